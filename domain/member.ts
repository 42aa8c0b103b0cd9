import { DomainError } from './errors';
import { NO_HANDS } from './hand';
import type { Person, PersonId, Role } from './person';
import type { Member, Series } from './series.schema';
import { TERMS_VERSION } from './terms';

/** True for somebody who took this place and has not left it. */
export const isMember = (member: Member | null, person: PersonId): boolean =>
  member?.person.id === person && member.leftAt === null;

/** The role in which somebody may read and write this series; null for everybody but its two people. */
export function roleOf(series: Series, person: PersonId): Role | null {
  if (isMember(series.manager, person)) return 'manager';
  return isMember(series.report, person) ? 'report' : null;
}

/** Somebody takes their place. */
export const newMember = (person: Person, agree: boolean, at: string): Member => ({
  person,
  joinedAt: at,
  agreed: agree ? { terms: TERMS_VERSION, at } : null,
  leftAt: null,
});

/**
 * Agrees to the information terms (PRACTICE C6), later than on joining or to a newer version.
 * @throws DomainError `terms.outdated`
 */
export function agreeToTerms(series: Series, by: Role, terms: number, at: string): Series {
  requireCurrentTerms(terms);
  const member = series[by];
  if (!member || member.agreed?.terms === terms) return series;
  return next(series, { [by]: { ...member, agreed: { terms, at } } });
}

/** Whether both agreed to the terms in force: before, notes for both stay closed (PRACTICE C6). */
export const bothAgreed = ({ manager, report }: Series): boolean =>
  [manager, report].every((member) => member?.agreed?.terms === TERMS_VERSION);

/** One of the two leaves: their access ends with this version (PRACTICE D11). */
export function leave(series: Series, by: Role, at: string): Series {
  const member = series[by];
  if (!member || member.leftAt) return series;
  return next(series, {
    [by]: { ...member, leftAt: at },
    hands: NO_HANDS,
    joinRequest: null,
  });
}

/** True once one of the two has left. */
export const hasEnded = ({ manager, report }: Series): boolean =>
  manager.leftAt !== null || (report?.leftAt ?? null) !== null;

/**
 * The series stays readable after one left, but takes no more words.
 * @throws DomainError `series.ended`
 */
export function requireGoingOn(series: Series): void {
  if (hasEnded(series)) throw new DomainError('series.ended');
}

/** @throws DomainError `terms.outdated` */
export function requireCurrentTerms(terms: number): void {
  if (terms !== TERMS_VERSION) throw new DomainError('terms.outdated', 'terms');
}

/** @throws DomainError `series.notManager` */
export function requireManager(by: Role): void {
  if (by !== 'manager') throw new DomainError('series.notManager');
}

/** The next version of the head, with these parts changed. */
export const next = (series: Series, change: Partial<Series>): Series => ({
  ...series,
  ...change,
  version: series.version + 1,
});
