import type { Goal, GoalLine } from './goal.schema';
import { liveLines, type Entry, type Line } from './line';
import type { Lines } from './offering';
import type { Offer, Successions } from './succession.schema';

/** Lines that stood before and were removed since, whatever they were. */
export function removedBetween(
  before: Lines & { readonly meeting: { readonly number: number } },
  after: Lines & { readonly meeting: { readonly number: number } },
): ReadonlySet<string> {
  // What a finished meeting takes along was not removed: it stands in its record.
  if (after.meeting.number !== before.meeting.number) return new Set();
  const standing = new Set(idsIn(after));
  return new Set(idsIn(before).filter((id) => !standing.has(id)));
}

const idsIn = ({ topics, notes, actions }: Lines): string[] =>
  [topics, notes, actions].flatMap((entries: readonly Entry<Line>[]) =>
    liveLines(entries).map(({ id }) => id),
  );

/**
 * Removed words go nowhere: what was let go of them and has not gone yet is not let go any more (PRACTICE C7, D1).
 * The very same where there is nothing of the kind.
 */
export const withoutLines = (successions: Successions, removed: ReadonlySet<string>): Successions =>
  without(successions, ({ line }) => line !== undefined && removed.has(line));

/** Lines of a goal that were removed, as they stood before. */
export function removedFrom(
  before: Pick<Goal, 'lines'>,
  after: Pick<Goal, 'lines'>,
): readonly GoalLine[] {
  const standing = new Set(liveLines<GoalLine>(after.lines).map(({ id }) => id));
  return liveLines<GoalLine>(before.lines).filter(({ id }) => !standing.has(id));
}

/** The same of a goal: one that would go with words of these lines of it does not go. */
export const withoutGoalLines = (
  successions: Successions,
  goal: string,
  removed: readonly GoalLine[],
): Successions =>
  without(successions, (offer) => offer.line === goal && removed.some((line) => isIn(offer, line)));

function isIn({ version, text, goal }: Offer, line: GoalLine): boolean {
  const wordings = [line, ...(line.earlier ?? [])];
  return (
    wordings.some((one) => one.version === version && one.text === text) ||
    (goal?.parts ?? []).some(
      ({ part, by, text: words }) =>
        part === line.part && by === line.by && wordings.some((one) => one.text === words),
    )
  );
}

function without(successions: Successions, goes: (offer: Offer) => boolean): Successions {
  const offers = successions.offers.filter((offer) => offer.carried || !goes(offer));
  return offers.length === successions.offers.length ? successions : { ...successions, offers };
}
