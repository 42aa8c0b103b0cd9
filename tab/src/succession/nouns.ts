import type { Offer } from '@rapport/domain/succession.schema';
import type { WordsKey } from '../words/words';

type Noun = Offer['noun'];

/** What the lines of one kind are called, in the order in which they are listed. */
export const NOUNS_WORDS = {
  goal: 'goals.title',
  topic: 'brought.topics',
  action: 'brought.actions',
  note: 'brought.notes',
} as const satisfies Readonly<Record<Noun, WordsKey>>;

export const NOUNS = Object.keys(NOUNS_WORDS) as readonly Noun[];

/** What one of them is called. */
export const NOUN_WORDS = {
  goal: 'offer.goal',
  topic: 'past.kind.topic',
  action: 'past.kind.action',
  note: 'past.kind.note',
} as const satisfies Readonly<Record<Noun, WordsKey>>;
