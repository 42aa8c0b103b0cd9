import type { RevealedCheckIn } from './checkIn.schema';
import type { Feedback } from './feedback.schema';
import type { MeetingRecord } from './meeting.schema';
import type { DrawnMeeting, DrawnMonth, PicturesView } from './pictures.schema';
import { stillReads } from './retention';
import type { Series } from './series.schema';
import { raisedIn, type TalkShareRecord } from './talkShare';

export type { DrawnMeeting, DrawnMonth, PicturesView } from './pictures.schema';

/** Meetings that are drawn at most: of every week for two years. */
export const DRAWN_MEETINGS = 104;
const DRAWN_MONTHS = 24;

/** What lies with the two; what only one of them may read is not asked for. */
export interface Drawn {
  readonly meetings: readonly MeetingRecord[];
  /** Those that both answered in time. */
  readonly checkIns: readonly RevealedCheckIn[];
  readonly feedback: readonly Feedback[];
  readonly talkShares: readonly TalkShareRecord[];
}

/**
 * The last 24 months of two people in numbers, the same for both (PRACTICE D7).
 * Feedback counts from its answer on, by the month in which it was given. Counted any earlier, it would tell its
 * receiver that something waits for them, or its author that it was opened (B1). It counts for as long as its
 * author reads it: what its receiver keeps for longer would tell that they kept it (D5).
 */
export function drawPictures(
  drawn: Drawn,
  series: Pick<Series, 'retention'>,
  at: string,
): PicturesView {
  const since = beginOf(at);
  const counts = (one: Feedback) =>
    one.answer !== null && one.at >= since && stillReads(one, one.from, series, at);
  const recent = drawn.meetings
    .filter(({ finishedAt }) => finishedAt >= since)
    .toSorted((a, b) => a.number - b.number);
  return {
    meetings: recent.slice(-DRAWN_MEETINGS).map((meeting) => drawnOf(meeting, drawn)),
    feedback: countMonths(drawn.feedback.filter(counts)),
  };
}

/** The first day of the month, 23 months before. */
function beginOf(at: string): string {
  const now = new Date(at);
  const month = now.getUTCMonth() - DRAWN_MONTHS + 1;
  return new Date(Date.UTC(now.getUTCFullYear(), month, 1)).toISOString();
}

function drawnOf(meeting: MeetingRecord, { checkIns, talkShares }: Drawn): DrawnMeeting {
  const { number, finishedAt } = meeting;
  const both = checkIns.find(({ manager }) => manager.meeting === number);
  const record = talkShares.find((one) => one.meeting === number);
  const side = (what: 'worth' | 'heard' | 'share', { manager, report }: RevealedCheckIn) => ({
    manager: manager[what],
    report: report[what],
  });
  return {
    number,
    finishedAt,
    topics: raisedIn(meeting),
    checkIn: both
      ? { worth: side('worth', both), heard: side('heard', both), share: side('share', both) }
      : null,
    kept: record?.kept?.share ?? null,
  };
}

function countMonths(feedback: readonly Feedback[]): DrawnMonth[] {
  const months = new Map<string, { manager: number; report: number }>();
  for (const { at, from } of feedback) {
    const month = at.slice(0, 'yyyy-mm'.length);
    const given = months.get(month) ?? { manager: 0, report: 0 };
    given[from] += 1;
    months.set(month, given);
  }
  return [...months]
    .map(([month, given]) => ({ month, given }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}
