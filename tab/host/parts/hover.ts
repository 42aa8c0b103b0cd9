/**
 * What lies under the pointer, and what is chosen, tinted with the text's own colour: Fluent's tokens for it
 * are bright in high contrast and would need another text colour for every word inside.
 */
export const HOVER = 'color-mix(in srgb, currentColor 7%, transparent)';
export const CHOSEN = 'color-mix(in srgb, currentColor 11%, transparent)';
