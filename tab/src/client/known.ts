import type { AgendaCommand } from '@rapport/domain/agenda';
import type { SeriesView } from '@rapport/domain/series';
import type { Entry } from './outbox';

/** The version of the document that a command changed, and the one it was changed from. */
export interface Answered {
  readonly version: number;
  readonly on?: number;
}

/** A command the api has taken, until a reading contains it. */
export interface Taken extends Entry {
  /** Null when another window sent it. */
  readonly answer: Answered | null;
}

/** Versions of what both share and of one's own page; 0 says nothing of it. */
export interface Versions {
  readonly version: number;
  readonly page: number;
}

/** Whether a command changes one's own page rather than what both share. */
export const isOwn = (command: AgendaCommand): boolean =>
  command.type.startsWith('share') ||
  command.type.endsWith('Feedback') ||
  ('page' in command && command.page === 'onlyMe');

/** What both people's devices make of it alike; the others bring about more, or stamp a time that matters. */
const isPlain = ({ type }: AgendaCommand): boolean =>
  /(Topic|Note|Action)$/.test(type) && !type.startsWith('share');

/**
 * What this device knows without asking: the last reading, and each own command that was taken right on top of
 * it. Its rules are the api's, so that nothing else can have changed in between.
 * @returns also whether that is all of them; if not, only a reading can say what there is
 */
export function knownOf(
  { version, pageVersion: page }: SeriesView,
  taken: readonly Taken[],
): Versions & { readonly all: boolean } {
  const known = { version, page, all: true };
  for (const { command, answer } of taken) {
    const which = isOwn(command) ? 'page' : 'version';
    // What a reading has contained meanwhile adds nothing; what was made on something unknown hides it.
    if (answer && answer.version <= known[which]) continue;
    if (answer?.on === known[which] && isPlain(command)) known[which] = answer.version;
    else known.all = false;
  }
  return known;
}
