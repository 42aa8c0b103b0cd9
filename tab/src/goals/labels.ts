import type { GoalPart, GoalState, MissingPart } from '@rapport/domain/goal.schema';
import type { Words, WordsKey } from '../words/words';

export const STATE_WORDS = {
  suggested: 'goals.state.suggested',
  agreed: 'goals.state.agreed',
  onTheWay: 'goals.state.onTheWay',
  reached: 'goals.state.reached',
  letGo: 'goals.state.letGo',
} as const satisfies Record<GoalState, WordsKey>;

export const PART_WORDS = {
  specific: 'goals.part.specific',
  measurable: 'goals.part.measurable',
  achievable: 'goals.part.achievable',
  relevant: 'goals.part.relevant',
  timeBound: 'goals.part.timeBound',
} as const satisfies Record<MissingPart, WordsKey>;

/** What helps to find words for a part. */
export const PROMPTS = {
  sentence: 'goals.prompt.sentence',
  specific: 'goals.prompt.specific',
  measurable: 'goals.prompt.measurable',
  achievable: 'goals.prompt.achievable',
  relevant: 'goals.prompt.relevant',
  progress: 'goals.prompt.progress',
} as const satisfies Record<GoalPart, WordsKey>;

/** Parts as one names them in a sentence, in the reader's language. */
export const sayParts = (parts: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);

/** A day as it is said; of another year with that year. @param now in milliseconds */
export function sayDay({ date, dated }: Words, day: string, now: number): string {
  const at = `${day}T12:00`;
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? date(at) : dated(at);
}
