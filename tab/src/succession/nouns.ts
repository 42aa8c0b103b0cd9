import type { Offer } from '@rapport/domain/succession.schema';
import type { WordsKey } from '../words/words';

export const NOUN_WORDS: Readonly<Record<Offer['noun'], WordsKey>> = {
  topic: 'brought.topic',
  note: 'brought.note',
  action: 'brought.action',
  goal: 'brought.goal',
};
