import type { Role } from '@rapport/domain/person';
import type { Minutes, Rhythm } from '@rapport/domain/series';
import type { Format, Labels } from '@rapport/domain/shape';
import type { Words, WordsKey } from './words';

export const RHYTHM_WORDS: Readonly<Record<Rhythm, WordsKey>> = {
  weekly: 'rhythm.weekly',
  biweekly: 'rhythm.biweekly',
  monthly: 'rhythm.monthly',
  quarterly: 'rhythm.quarterly',
};

/** The same inside a sentence. */
export const RHYTHM_INSIDE: Readonly<Record<Rhythm, WordsKey>> = {
  weekly: 'intro.weekly',
  biweekly: 'intro.biweekly',
  monthly: 'intro.monthly',
  quarterly: 'intro.quarterly',
};

export const FORMAT_WORDS: Readonly<Record<Format, WordsKey>> = {
  free: 'format.free',
  structured: 'format.structured',
};

/** What the two call themselves in a 1:1, and what each of them is called inside a sentence. */
export const LABEL_WORDS: Readonly<
  Record<Labels, { readonly both: WordsKey } & Readonly<Record<Role, WordsKey>>>
> = {
  manager: { both: 'labels.manager', manager: 'role.manager', report: 'role.report' },
  lead: { both: 'labels.lead', manager: 'role.lead', report: 'role.report' },
  mentor: { both: 'labels.mentor', manager: 'role.mentor', report: 'role.mentee' },
};

/** e.g. "Every two weeks, 30 minutes". */
export const sayRhythm = ({ t }: Words, rhythm: Rhythm, minutes: Minutes): string =>
  t('rhythm.andLength', { rhythm: t(RHYTHM_WORDS[rhythm]), minutes });

export { shortName } from '@rapport/domain/person';
