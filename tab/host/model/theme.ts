export type HostTheme = 'light' | 'dark' | 'contrast';

export const THEMES: readonly HostTheme[] = ['light', 'dark', 'contrast'];

export const readTheme = (value: string | null): HostTheme =>
  THEMES.find((theme) => theme === value) ?? 'light';
