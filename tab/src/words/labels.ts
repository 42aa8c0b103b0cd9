import type { Minutes, Rhythm } from '@rapport/domain/series';
import type { Words, WordsKey } from './words';

export const RHYTHM_WORDS: Readonly<Record<Rhythm, WordsKey>> = {
  weekly: 'rhythm.weekly',
  biweekly: 'rhythm.biweekly',
  monthly: 'rhythm.monthly',
  quarterly: 'rhythm.quarterly',
};

/** e.g. "Every two weeks, 30 minutes". */
export const sayRhythm = ({ t }: Words, rhythm: Rhythm, minutes: Minutes): string =>
  t('rhythm.andLength', { rhythm: t(RHYTHM_WORDS[rhythm]), minutes });

export { shortName } from '@rapport/domain/person';
