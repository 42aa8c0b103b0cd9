import { promiseWords, roomForPromises } from '@rapport/domain/importedPromise';
import type { Role } from '@rapport/domain/person';
import type { SeriesView } from '@rapport/domain/series';
import type { PlannedLine, PlannedMeeting } from './plan';

/** What somebody said about open boxes of their notes. */
export interface BoxChoices {
  /** Whether they go on the agenda at all. */
  readonly onAgenda: boolean;
  /** Whose promise a line is, by its id; null: it stays in the notes; missing: as the notes say. */
  readonly owners: ReadonlyMap<string, Role | null>;
  /** What the ids of promises begin with. */
  readonly seed: string;
}

/** An open box, and what is to become of it. */
export interface OpenBox {
  readonly line: PlannedLine;
  readonly heldOn: string | null;
  /** Its words as a promise; null: longer than one may be. */
  readonly words: string | null;
  /** Whose promise it becomes; null: none. */
  readonly owner: Role | null;
  /** It could go, if somebody said whose promise it is. */
  readonly waits: boolean;
}

/** An open box in the notes; what it is switched to counts. */
const isOpenBox = ({ kind, done }: PlannedLine): boolean => kind === 'action' && !done;

/** The lines with what becomes of their open boxes: a promise has an owner whom the notes or the person named. */
export const withPromises = (
  meetings: readonly PlannedMeeting[],
  { onAgenda, owners, seed }: BoxChoices,
): PlannedMeeting[] => {
  let n = 0;
  return meetings.map((meeting) => ({
    ...meeting,
    lines: meeting.lines.map((line) => {
      n += 1;
      const chosen = owners.get(line.id);
      const owner = chosen ?? line.owner;
      const goes = onAgenda && chosen !== null && owner !== null && isOpenBox(line);
      if (!goes || wordsOf(line) === null) return line;
      return { ...line, owner, promise: `${seed.slice(0, 24)}${n.toString(16).padStart(12, '0')}` };
    }),
  }));
};

/** Every open box, in the order of the notes. */
export const boxesIn = (
  meetings: readonly PlannedMeeting[],
  { onAgenda, owners }: BoxChoices,
): OpenBox[] =>
  meetings.flatMap(({ heldOn, lines }) =>
    lines.filter(isOpenBox).map((line) => {
      const words = wordsOf(line);
      const stays = owners.get(line.id) === null || words === null;
      const owner = line.promise === null ? null : line.owner;
      return { line, heldOn, words, owner, waits: onAgenda && !stays && owner === null };
    }),
  );

const wordsOf = ({ text, done }: PlannedLine): string | null =>
  promiseWords({ kind: 'action', text, done });

/** How many promises more the agenda holds. */
export const roomFor = ({ actions }: Pick<SeriesView, 'actions'>): number =>
  roomForPromises(actions.length);
