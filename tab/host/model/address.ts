import { readTheme, type HostTheme } from './theme';

export type View = 'activity' | 'chat' | 'calendar' | 'todo' | 'app' | 'meeting';

/** Where one window of the local Teams is; its address says all of it, so that a window can be reopened. */
export interface WindowAddress {
  readonly person: string;
  readonly view: View;
  readonly chat: string | null;
  /** Which tab of the chat. */
  readonly tab: 'chat' | 'rapport';
  readonly meeting: string | null;
  /** Where in Rapport, from a link into it. */
  readonly sub: string | null;
  readonly theme: HostTheme;
  /** Width of the window in CSS pixels; null: all there is. */
  readonly width: number | null;
}

/** The page with both windows. */
export interface DeskAddress {
  readonly left: string;
  readonly right: string;
  readonly windows: 1 | 2;
  readonly theme: HostTheme;
  readonly width: number | null;
}

const VIEWS: readonly View[] = ['activity', 'chat', 'calendar', 'todo', 'app', 'meeting'];

function readWidth(value: string | null): number | null {
  const width = Number(value);
  return Number.isInteger(width) && width >= 200 && width <= 4000 ? width : null;
}

/** The window an address asks for, or null when it asks for the page with both. */
export function readWindow(search: string, firstPerson: string): WindowAddress | null {
  const query = new URLSearchParams(search);
  const view = VIEWS.find((one) => one === query.get('view'));
  if (!view) return null;
  return {
    person: query.get('person') ?? firstPerson,
    view,
    chat: query.get('chat'),
    tab: query.get('tab') === 'rapport' ? 'rapport' : 'chat',
    meeting: query.get('meeting'),
    sub: query.get('sub'),
    theme: readTheme(query.get('theme')),
    width: readWidth(query.get('width')),
  };
}

export function readDesk(search: string, people: readonly [string, string]): DeskAddress {
  const query = new URLSearchParams(search);
  return {
    left: query.get('left') ?? people[0],
    right: query.get('right') ?? people[1],
    windows: query.get('windows') === '1' ? 1 : 2,
    theme: readTheme(query.get('theme')),
    width: readWidth(query.get('width')),
  };
}

type Part = readonly [name: string, value: string | number | null, unless?: string | number];

function write(parts: readonly Part[]): string {
  const query = new URLSearchParams();
  for (const [name, value, unless] of parts) {
    if (value !== null && value !== unless) query.set(name, String(value));
  }
  return `/?${query}`;
}

export const writeWindow = (address: WindowAddress): string =>
  write([
    ['view', address.view],
    ['person', address.person],
    ['chat', address.view === 'chat' ? address.chat : null],
    ['tab', address.view === 'chat' ? address.tab : null, 'chat'],
    ['meeting', address.view === 'meeting' ? address.meeting : null],
    ['sub', address.view === 'app' ? address.sub : null],
    ['theme', address.theme, 'light'],
    ['width', address.width],
  ]);

export const writeDesk = (address: DeskAddress): string =>
  write([
    ['left', address.left],
    ['right', address.right],
    ['windows', address.windows, 2],
    ['theme', address.theme, 'light'],
    ['width', address.width],
  ]);
