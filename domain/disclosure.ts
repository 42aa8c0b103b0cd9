import { DomainError } from './errors';
import type {
  AddLedger,
  ChangeLedger,
  Disclosure,
  DisclosureView,
  LedgerEntry,
  LedgerView,
  Matter,
} from './ledger.schema';
import type { Role } from './person';

const DAY_MS = 24 * 60 * 60 * 1000;
/** No answer is a no after this long (PRACTICE C6). */
const OPEN_FOR_MS = 14 * DAY_MS;
/** A yes is not given in the moment it is asked for (PRACTICE E1); a no is, at once. */
const YES_AFTER_MS = 60 * 60 * 1000;
/** So many requests for one thing end it. */
export const REQUESTS_PER_MATTER = 3;
const TOLD_PER_DISCLOSURE = 20;

type State = DisclosureView['state'];
type Asking = Extract<AddLedger, { type: 'matter' }>;
type Step = Extract<ChangeLedger, { disclosure: string }>;

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** When a request that was made then turns into a no by itself. */
export const lapseOf = (at: string): string => later(at, OPEN_FOR_MS);

/** How a request stands at a time: silence turns into a no by itself. */
export function stateOf(disclosure: Disclosure, at: string): State {
  const { answer, withdrawnAt, revokedAt } = disclosure;
  if (withdrawnAt) return 'withdrawn';
  if (revokedAt) return 'revoked';
  if (answer) return answer.kind === 'no' ? 'refused' : 'allowed';
  return at >= lapseOf(disclosure.at) ? 'lapsed' : 'open';
}

/**
 * Asks for permission to share one thing with a named audience in an exact wording; or once more about the
 * same thing (PRACTICE C6). What carries the same words is the same thing, whatever its id (PRACTICE E1).
 * @param matter the entry that is asked about again, or null
 * @param entries the ledger, in any order
 * @throws DomainError `ledger.idTaken`, `disclosure.open`, `disclosure.ended`
 */
export function askToShare(
  matter: Matter | null,
  entries: readonly LedgerEntry[],
  input: Asking,
  by: Role,
  at: string,
): Matter {
  if (matter && matter.by !== by) throw new DomainError('ledger.idTaken', 'id');
  if (matter?.disclosures.some(({ id }) => id === input.disclosure)) return matter;
  const about = matter?.about ?? input.about;
  const before = historyOf(entries, about, by);
  if (before.disclosures.some((one) => stateOf(one, at) === 'open')) {
    throw new DomainError('disclosure.open');
  }
  if (!mayAskAgain(before, at)) throw new DomainError('disclosure.ended');
  const asked: Disclosure = {
    id: input.disclosure,
    audience: input.audience,
    wording: input.wording,
    at,
    withdrawnAt: null,
    answer: null,
    toldAt: [],
    revokedAt: null,
  };
  if (!matter) {
    return { type: 'matter', id: input.id, by, about, disclosures: [asked], closed: false };
  }
  return { ...matter, disclosures: [...matter.disclosures, asked] };
}

type History = Pick<Matter, 'disclosures' | 'closed'>;

/** Everything that one of the two asked about a thing, in whichever entries. */
function historyOf(entries: readonly LedgerEntry[], about: string, by: Role): History {
  const thing = folded(about);
  const same = entries.flatMap((entry) =>
    entry.type === 'matter' && entry.by === by && folded(entry.about) === thing ? [entry] : [],
  );
  return {
    disclosures: same.flatMap(({ disclosures }) => disclosures),
    closed: same.some(({ closed }) => closed),
  };
}

/** Words as they are read: width, case, spaces and what nobody sees make no other thing. */
const folded = (words: string): string =>
  words
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .normalize('NFKC')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** What still holds needs no second asking; three requests, or one word, end a thing. */
function mayAskAgain({ disclosures, closed }: History, at: string): boolean {
  const states = disclosures.map((one) => stateOf(one, at));
  const settled = states.every((state) => state !== 'open' && state !== 'allowed');
  return !closed && settled && disclosures.length < REQUESTS_PER_MATTER;
}

/**
 * One step about a request. Answers are given outside of a meeting, by the one who was asked; a yes not before
 * an hour has passed (PRACTICE E1). A yes can be revoked: what was told stays written down.
 * @param together whether the two are in a meeting
 * @throws DomainError `disclosure.unknown`, `disclosure.notYours`, `disclosure.notOpen`, `disclosure.inMeeting`,
 * `disclosure.tooSoon`, `disclosure.wordsMissing`, `disclosure.notAllowed`, `ledger.full`
 */
export function stepOf(
  matter: Matter,
  step: Step,
  { by, at, together }: { readonly by: Role; readonly at: string; readonly together: boolean },
): Matter {
  const index = matter.disclosures.findIndex(({ id }) => id === step.disclosure);
  const disclosure = matter.disclosures[index];
  if (!disclosure) throw new DomainError('disclosure.unknown', 'disclosure');
  const asker = step.step === 'withdraw' || step.step === 'tell';
  if ((matter.by === by) !== asker) throw new DomainError('disclosure.notYours');
  const become = (change: Partial<Disclosure>): Matter => ({
    ...matter,
    disclosures: matter.disclosures.with(index, { ...disclosure, ...change }),
  });
  const state = stateOf(disclosure, at);
  switch (step.step) {
    case 'withdraw':
      requireState(state, 'open', 'disclosure.notOpen');
      return become({ withdrawnAt: at });
    case 'tell':
      requireState(state, 'allowed', 'disclosure.notAllowed');
      if (disclosure.toldAt.length >= TOLD_PER_DISCLOSURE) throw new DomainError('ledger.full');
      return become({ toldAt: [...disclosure.toldAt, at] });
    case 'revoke':
      requireState(state, 'allowed', 'disclosure.notAllowed');
      return become({ revokedAt: at });
    case 'answer': {
      requireState(state, 'open', 'disclosure.notOpen');
      if (together) throw new DomainError('disclosure.inMeeting');
      const { kind } = step;
      const soon = kind !== 'no' && at < later(disclosure.at, YES_AFTER_MS);
      if (soon) throw new DomainError('disclosure.tooSoon');
      const wording = kind === 'reworded' ? step.wording : null;
      if (kind === 'reworded' && !wording)
        throw new DomainError('disclosure.wordsMissing', 'wording');
      const answered = become({ answer: { kind, wording, at } });
      return { ...answered, closed: matter.closed || (kind === 'no' && step.close) };
    }
  }
}

function requireState(
  state: State,
  wanted: State,
  code: 'disclosure.notOpen' | 'disclosure.notAllowed',
): void {
  if (state !== wanted) throw new DomainError(code);
}

/** What both read of it. */
export const matterView = (
  matter: Matter,
  at: string,
): Extract<LedgerView, { type: 'matter' }> => ({
  ...matter,
  disclosures: matter.disclosures.map((disclosure) => {
    const state = stateOf(disclosure, at);
    const allowed = disclosure.answer?.wording ?? disclosure.wording;
    return {
      ...disclosure,
      state,
      allowed: state === 'allowed' ? allowed : null,
      lapsesAt: lapseOf(disclosure.at),
      yesFrom: later(disclosure.at, YES_AFTER_MS),
    };
  }),
  mayAskAgain: mayAskAgain(matter, at),
});
