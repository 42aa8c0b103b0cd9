import type { Theme as FluentTheme } from '@fluentui/react-components';
import type { Theme } from '../../hosts/hostAdapter';

/** Each by itself: nobody waits for the colours of a theme they do not use. */
const THEMES: Readonly<Record<Theme, () => Promise<{ theme: FluentTheme }>>> = {
  light: () => import('./light'),
  dark: () => import('./dark'),
  contrast: () => import('./contrast'),
};

/** Fluent's colours for one of the host's themes. @throws when they cannot be fetched */
export async function loadTheme(name: Theme): Promise<FluentTheme> {
  return (await THEMES[name]()).theme;
}
