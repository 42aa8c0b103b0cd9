import type { Concern, ConcernMark, ConcernPart, ConcernResult } from './concern.schema';
import { batchBeside, freezeOf } from './concernBatch';
import { bothAgreed, hasEnded } from './member';
import type { PersonId } from './person';
import type { Series } from './series.schema';
import { liveTopics, type Topic } from './topic';

/** So many who raised it … */
const RAISERS = 3;
/** … and so many who accept the exception and did not (PRACTICE C8). */
const OTHERS = 2;

/** Nobody is part of a second concern of the same manager before so many batches later. */
export const COOL_DOWN = 6;

/** A report of the manager, at the freeze: known to the manager too. */
export interface OnRoll {
  readonly person: PersonId;
  readonly series: string;
}

/**
 * Whether a report has been in the series for long enough to count: since before the batch before this one, and
 * since before the draft. So nobody is brought in for a concern (PRACTICE E4).
 */
export function isSettled({ draftedAt }: Concern, batch: string, joinedAt: string): boolean {
  return joinedAt < freezeOf(batchBeside(batch, -1)) && joinedAt < draftedAt;
}

/** Topics count from here on: not longer ago than nobody could have been part of another concern, so each counts once. */
export const countsFrom = (batch: string): string => freezeOf(batchBeside(batch, -COOL_DOWN));

/** Whether this is a topic that the report raised, not too long ago. */
export const countsAsRaised = (
  topics: readonly Topic[],
  mark: ConcernMark,
  batch: string,
): boolean =>
  topics.some(({ id, by, at }) => id === mark.topic && by === 'report' && at >= countsFrom(batch));

/** The topics of a series in which a marked one can be: on the agenda, and in these records. */
export const topicsIn = (
  { topics }: Pick<Series, 'topics'>,
  records: readonly { readonly topics: readonly Topic[] }[],
): Topic[] => [...liveTopics(topics), ...records.flatMap((record) => record.topics)];

/** Whether exception (1) holds in this series now: turned on, both agreed, nobody left. */
export const accepts = (series: Series): boolean =>
  series.commonConcern && series.report !== null && !hasEnded(series) && bothAgreed(series);

/** What a report is to a concern. Whoever was marked is a raiser or nobody, never one of the others. */
export function partOf(report: {
  readonly accepts: boolean;
  readonly marked: boolean;
  /** Whether the marked topic is theirs, and still there. */
  readonly raised: boolean;
}): ConcernPart {
  if (!report.accepts) return 'none';
  if (!report.marked) return 'other';
  return report.raised ? 'raiser' : 'none';
}

/** Whether a raiser is told of the concern: by what everybody may know, never by what others chose. */
export const isShown = (part: ConcernPart, roll: readonly OnRoll[]): boolean =>
  part === 'raiser' && roll.length >= RAISERS + OTHERS;

/**
 * The one thing that a manager ever learns of what their reports chose.
 * @param standing what each on the roll was at the freeze and still is, one entry a person
 */
export function resultOf(standing: readonly ConcernPart[]): ConcernResult {
  const count = (part: ConcernPart): number => standing.filter((one) => one === part).length;
  return count('raiser') >= RAISERS && count('other') >= OTHERS ? 'enough' : 'notEnough';
}

/** What somebody who was counted at the freeze still counts as. */
export const stillCounts = (then: ConcernPart, now: ConcernPart, left: boolean): ConcernPart =>
  left || then !== now ? 'none' : then;
