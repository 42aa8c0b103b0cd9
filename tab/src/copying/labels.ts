import type { WordsKey } from '../words/words';

/** How an answer to feedback, and how a request, is called. */
export const ANSWERS: Readonly<Record<string, WordsKey>> = {
  thanks: 'answer.thanks',
  question: 'answer.question',
  willTry: 'answer.willTry',
  seeDifferently: 'answer.seeDifferently',
  talk: 'answer.talk',
};
export const STATES = {
  open: 'ledger.state.open',
  lapsed: 'ledger.state.lapsed',
  withdrawn: 'ledger.state.withdrawn',
  refused: 'ledger.state.refused',
  allowed: 'ledger.state.allowed',
  revoked: 'ledger.state.revoked',
} as const;
