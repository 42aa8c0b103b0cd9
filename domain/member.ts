import { DomainError } from './errors';
import { NO_HANDS } from './hand';
import type { Person, PersonId, Role } from './person';
import type { Member, Series } from './series.schema';
import { TERMS_VERSION, termsInForce } from './terms';

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
  agreed: agree ? [{ terms: TERMS_VERSION, at }] : [],
  // Whoever joins without agreeing has said: not now.
  postponed: agree ? null : TERMS_VERSION,
  leftAt: null,
});

/**
 * Agrees to the information terms (PRACTICE C6), later than on joining or to a newer version. What they agreed
 * to before stays: it holds until the other one has agreed to the newer too.
 * @param newest the version whose words the person read; a test stands in for a version to come
 * @throws DomainError `terms.outdated`
 */
export function agreeToTerms(
  series: Series,
  by: Role,
  terms: number,
  at: string,
  newest = TERMS_VERSION,
): Series {
  requireCurrentTerms(terms, newest);
  const member = series[by];
  if (!member || member.agreed.some((agreement) => agreement.terms === terms)) return series;
  const agreed = [...member.agreed, { terms, at }];
  return next(series, { [by]: { ...member, agreed, postponed: null } });
}

/**
 * "Not now": they are not asked about this version again. Nobody else is told, so the version of what both
 * share stays.
 * @throws DomainError `terms.outdated`
 */
export function postponeTerms(
  series: Series,
  by: Role,
  terms: number,
  newest = TERMS_VERSION,
): Series {
  requireCurrentTerms(terms, newest);
  const member = series[by];
  const settled = member?.agreed.some((agreement) => agreement.terms === terms);
  if (!member || settled || member.postponed === terms) return series;
  return { ...series, [by]: { ...member, postponed: terms } };
}

/**
 * The report turns exception (1) on or off (PRACTICE C6). Nobody else is told, so the version of what both
 * share stays.
 * @throws DomainError `series.notReport`
 */
export function allowCommonConcern(series: Series, by: Role, on: boolean): Series {
  if (by !== 'report') throw new DomainError('series.notReport');
  return series.commonConcern === on ? series : { ...series, commonConcern: on };
}

/** The version of the terms that holds between the two, or null. */
export const inForce = ({ manager, report }: Series): number | null =>
  termsInForce(manager.agreed, report?.agreed ?? []);

/** Whether terms hold between the two: before, notes for both stay closed (PRACTICE C6). */
export const bothAgreed = (series: Series): boolean => inForce(series) !== null;

/** One of the two leaves: from this version on they add nothing, and nothing new reaches them (PRACTICE D11). */
export function leave(series: Series, by: Role, at: string): Series {
  const member = series[by];
  if (!member || member.leftAt) return series;
  return next(series, {
    [by]: { ...member, leftAt: at },
    ...withoutComing(series),
    hands: NO_HANDS,
    joinRequest: null,
  });
}

/**
 * Of a series that ends: a retention that was announced never holds there. What both shared stays as it was for its
 * 90 days (PRACTICE D11), and nobody could take the announcement back any more.
 */
export const withoutComing = ({ retention }: Series): Pick<Series, 'retention'> =>
  retention?.coming ? { retention: { ...retention, coming: null } } : {};

/** True once one of the two has left, or a stand-in's time is over. */
export const hasEnded = ({ manager, report, endedAt }: Series): boolean =>
  manager.leftAt !== null || (report?.leftAt ?? null) !== null || endedAt !== undefined;

/**
 * The series stays readable after one left, but takes no more words.
 * @throws DomainError `series.ended`
 */
export function requireGoingOn(series: Series): void {
  if (hasEnded(series)) throw new DomainError('series.ended');
}

/** @throws DomainError `terms.outdated` */
export function requireCurrentTerms(terms: number, newest = TERMS_VERSION): void {
  if (terms !== newest) throw new DomainError('terms.outdated', 'terms');
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
