import type { Role } from '@rapport/domain/person';
import type { TalkShareOfMeeting } from '@rapport/domain/talkShare';
import type { Words } from '../words/words';

/** Whose words these are, and about whom. */
export interface Pair {
  readonly me: Role;
  readonly other: Role;
  /** How the other one is called. */
  readonly name: string;
}

export function sayTopics({ t }: Words, { topics }: TalkShareOfMeeting, pair: Pair): string {
  const [mine, theirs] = [topics[pair.me], topics[pair.other]];
  if (mine + theirs === 0) return t('talk.noTopics');
  return t('talk.topics', { mine, theirs, name: pair.name });
}

/** Both estimates, or one's own; null where there is none to be seen. */
export function sayEstimates(
  { t }: Words,
  { estimates, estimate }: TalkShareOfMeeting,
  { me, other, name }: Pair,
): string | null {
  if (estimates) {
    const values = { mine: estimates[me], theirs: estimates[other], name };
    return me === 'report' ? t('talk.estimatesYours', values) : t('talk.estimates', values);
  }
  if (estimate === null) return null;
  return me === 'report'
    ? t('talk.estimateYours', { mine: estimate })
    : t('talk.estimate', { mine: estimate, name });
}

/** What both kept; where each measured something else, both. */
export function sayMeasured(
  { t }: Words,
  kept: Readonly<Record<Role, number | null>>,
  { me, other, name }: Pair,
): string {
  const [mine, theirs] = [kept[me], kept[other]];
  if (mine !== null && theirs !== null && mine !== theirs) {
    const values = { mine, theirs, name };
    return me === 'report' ? t('talk.measuredTwiceYours', values) : t('talk.measuredTwice', values);
  }
  const share = mine ?? theirs ?? 0;
  return me === 'report' ? t('talk.measuredYours', { share }) : t('talk.measured', { share, name });
}

export function sayOffer(
  { t, date }: Words,
  { share, until }: NonNullable<TalkShareOfMeeting['offer']>,
  { me, name }: Pair,
): string {
  const day = date(until);
  if (share === null) return t('talk.offerAny', { name, date: day });
  return me === 'report'
    ? t('talk.offerYours', { share, name, date: day })
    : t('talk.offer', { share, name, date: day });
}

/** So long, as one would say it: seconds matter only where it is short. */
export function sayTime({ t }: Words, ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return t('talk.seconds', { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10 && seconds % 60 > 0) {
    return t('talk.minutesSeconds', { minutes, seconds: seconds % 60 });
  }
  const whole = Math.round(seconds / 60);
  if (whole < 60) return t('talk.minutes', { minutes: whole });
  return t('talk.hours', { hours: Math.floor(whole / 60), minutes: whole % 60 });
}
