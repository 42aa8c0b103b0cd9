import { DomainError } from './errors';
import type { AddLedger, ChangeLedger, LedgerView, SafetyRecord } from './ledger.schema';
import type { Role } from './person';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The other one sees it at the latest after this long, and once more as long (PRACTICE C6). */
const HIDDEN_FOR_MS = 30 * DAY_MS;
const ADDED_PER_RECORD = 10;

type Input = Extract<AddLedger, { type: 'safety' }>;
type Step = Exclude<ChangeLedger, { disclosure: string }>;

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
const earlierOf = (a: string, b: string): string => (a < b ? a : b);

/** The last instant at which the other one may still not see it. */
const latest = ({ at, extended }: Pick<SafetyRecord, 'at' | 'extended'>): string =>
  later(at, extended ? 2 * HIDDEN_FOR_MS : HIDDEN_FOR_MS);

/**
 * Writes down a use of the exception for somebody's safety or the law (PRACTICE C6).
 * @throws DomainError `safety.tooLate` when it would be hidden longer than 30 days
 */
export function recordSafety(input: Input, by: Role, at: string): SafetyRecord {
  const { id, basis, wording, audience } = input;
  const shownAt = input.shownAt && input.shownAt > at ? input.shownAt : at;
  if (shownAt > latest({ at, extended: false })) throw new DomainError('safety.tooLate', 'shownAt');
  return {
    type: 'safety',
    id,
    by,
    basis,
    wording,
    audience,
    at,
    added: [],
    shownAt,
    extended: false,
  };
}

/**
 * The same once more, because nobody heard that it had arrived: what stands stays, and the other one sees it on the
 * earlier of the days that were said.
 * @throws DomainError `safety.tooLate`
 */
export function recordAgain(record: SafetyRecord, input: Input, at: string): SafetyRecord {
  const { shownAt } = recordSafety(input, record.by, at);
  return record.extended || shownAt >= shownFrom(record) ? record : { ...record, shownAt };
}

/**
 * Adds to a record, shows it earlier, or puts its day off once (PRACTICE E5). What stands is never changed, and
 * nobody else adds to it.
 * @throws DomainError `line.notYours`, `safety.shown`, `safety.extended`, `safety.tooLate`, `ledger.full`
 */
export function stepOfSafety(record: SafetyRecord, step: Step, by: Role, at: string): SafetyRecord {
  if (record.by !== by) throw new DomainError('line.notYours');
  switch (step.step) {
    case 'add':
      if (record.added.length >= ADDED_PER_RECORD) throw new DomainError('ledger.full');
      return { ...record, added: [...record.added, { text: step.text, at }] };
    case 'show':
      return at >= record.shownAt ? record : { ...record, shownAt: at };
    case 'extend': {
      if (at >= record.shownAt) throw new DomainError('safety.shown');
      if (record.extended) throw new DomainError('safety.extended');
      const extended = { ...record, extended: true, shownAt: step.shownAt };
      if (step.shownAt <= record.shownAt || step.shownAt > latest(extended)) {
        throw new DomainError('safety.tooLate', 'shownAt');
      }
      return extended;
    }
  }
}

/** From when on the other one reads it, whatever was written: after the last day it is shown. */
export const shownFrom = (record: SafetyRecord): string =>
  earlierOf(record.shownAt, latest(record));

/** What somebody reads of it: its author everything, the other one nothing before its day. */
export function safetyView(
  record: SafetyRecord,
  reader: Role,
  at: string,
): Extract<LedgerView, { type: 'safety' }> | null {
  const shownAt = shownFrom(record);
  if (reader !== record.by && at < shownAt) return null;
  const open = reader === record.by && at < shownAt && !record.extended;
  return {
    ...record,
    shownAt,
    mayExtendUntil: open ? latest({ at: record.at, extended: true }) : null,
  };
}
