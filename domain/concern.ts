import type {
  Concern,
  ConcernNotice,
  ConcernSlot,
  ConcernView,
  NoticeView,
  SaveConcern,
} from './concern.schema';
import { batchAfter, batchBeside, freezeOf, resultFrom } from './concernBatch';
import { COOL_DOWN, type OnRoll } from './concernCount';
import { DomainError } from './errors';

export type { Concern, ConcernView, NoticeView } from './concern.schema';

/** Concerns that a manager may have at a time, drafts and results. */
export const CONCERNS_PER_MANAGER = 12;

/** Topics that a concern takes, of as many people. */
export const MARKS_NEEDED = 3;

const DAY_MS = 24 * 60 * 60 * 1000;
const daysAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * DAY_MS).toISOString();

/** Until when a result stays: its words are gone then. */
export const resultExpires = (at: string): string => daysAfter(at, 60);

/** Until when a notice stays: longer than any count is late; once it is counted, hardly any longer. */
export const noticeExpires = ({ shownAt }: Pick<ConcernNotice, 'shownAt'>): string =>
  daysAfter(shownAt, 30);
export const closedExpires = (at: string): string => daysAfter(at, 2);

/** Any digit of any script, and marks that words of somebody else stand between. */
const TOO_EXACT = /\p{N}|["“”„‟«»‹›「」『』]|(?<![\p{L}])['‘‚]/u;

/**
 * Writes a concern, or changes it while it is a draft (PRACTICE C8): never a number, a quote or a date.
 * @param current null for a new one
 * @throws DomainError `concern.handedIn`, `concern.tooExact`
 */
export function saveConcern(
  current: Concern | null,
  id: string,
  input: SaveConcern,
  at: string,
): Concern {
  if (current) requireDraft(current);
  if (TOO_EXACT.test(input.wording)) throw new DomainError('concern.tooExact', 'wording');
  return { id, ...input, draftedAt: current?.draftedAt ?? at, handedIn: null, result: null };
}

/**
 * Hands a draft in to the next batch; nothing of it changes from then on.
 * @param people whose topics are marked, in the order of the marks
 * @param slots of the batches before, and of this one where it is taken
 * @param id of this handing in
 * @throws DomainError `concern.handedIn`, `concern.tooFew`, `concern.onePerMonth`, `concern.tooSoon`
 */
export function handIn(
  concern: Concern,
  people: readonly OnRoll[],
  slots: { readonly taken: boolean; readonly before: readonly ConcernSlot[] },
  { id, at }: { readonly id: string; readonly at: string },
): Concern {
  requireDraft(concern);
  if (new Set(people.map(({ person }) => person)).size < Math.max(MARKS_NEEDED, people.length)) {
    throw new DomainError('concern.tooFew', 'marks');
  }
  if (slots.taken) throw new DomainError('concern.onePerMonth');
  const recent = new Set(slots.before.flatMap((slot) => slot.people.map(({ person }) => person)));
  const tooSoon = people.findIndex(({ person }) => recent.has(person));
  if (tooSoon >= 0) throw new DomainError('concern.tooSoon', `marks.${tooSoon}`);
  return { ...concern, handedIn: { id, batch: batchAfter(at) } };
}

/** The batches whose concerns keep somebody out of one of this batch (PRACTICE E4). */
export const batchesBefore = (batch: string): string[] =>
  Array.from({ length: COOL_DOWN - 1 }, (_, months) => batchBeside(batch, -1 - months));

/** Until when a batch is remembered. */
export const slotExpires = (batch: string): string => freezeOf(batchBeside(batch, COOL_DOWN));

/**
 * Takes a concern out of its batch, which stays possible until that is frozen.
 * @throws DomainError `concern.frozen`
 */
export function takeOut(concern: Concern, at: string): Concern {
  if (!concern.handedIn) return concern;
  if (at >= freezeOf(concern.handedIn.batch)) throw new DomainError('concern.frozen');
  return { ...concern, handedIn: null };
}

/** A draft, or one with a result, can be deleted. @throws DomainError `concern.handedIn` */
export function requireRemovable(concern: Concern): void {
  if (concern.handedIn && !concern.result) throw new DomainError('concern.handedIn');
}

function requireDraft(concern: Concern): void {
  if (concern.handedIn) throw new DomainError('concern.handedIn');
}

/** What its manager reads: until the result a matter of the calendar alone. */
export function concernFor(concern: Concern, at: string): ConcernView {
  const { id, wording, audience, marks, handedIn, result } = concern;
  const shown = { id, wording, audience, marks };
  if (!handedIn) return { ...shown, state: 'draft', batch: null };
  const freezeAt = freezeOf(handedIn.batch);
  const waiting = at < freezeAt ? 'handedIn' : 'waiting';
  const batch = { freezeAt, resultAt: resultFrom(freezeAt) };
  return { ...shown, state: result ?? waiting, batch };
}

/** What a report reads of a concern that a topic of theirs was marked for; null where there is nothing for them. */
export function noticeFor(notice: ConcernNotice, concern: Concern | null): NoticeView | null {
  if (notice.part !== 'raiser' || notice.closed || concern?.result !== null) return null;
  if (concern.handedIn?.id !== notice.handedIn) return null;
  const { id, wording, audience } = concern;
  return { id, wording, audience, until: resultFrom(notice.shownAt), left: notice.left };
}

/**
 * A raiser is not part of it, without a reason and without anybody being told (PRACTICE C8).
 * @throws DomainError `concern.unknown`
 */
export function leaveConcern(notice: ConcernNotice): ConcernNotice {
  if (notice.part !== 'raiser' || notice.closed) throw new DomainError('concern.unknown');
  return notice.left ? notice : { ...notice, left: true };
}
