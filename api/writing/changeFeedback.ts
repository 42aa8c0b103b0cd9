import { applyToShared } from '@rapport/domain/agenda';
import { requireTakeBack, type Feedback } from '@rapport/domain/feedback';
import type { Doing } from '@rapport/domain/line';
import { bothAgreed, next, requireGoingOn } from '@rapport/domain/member';
import { feedbackExpiry } from '@rapport/domain/retention';
import type { Series } from '@rapport/domain/series';
import { countClosed } from '@rapport/domain/trust';
import type { Placing } from '../documents/documents';
import { feedbackPlacing, seriesPartition } from '../places';
import { Problem } from '../problem';
import type { Answer, Call } from '../route';
import { requireRole, writeHead } from './changeSeries';

type FeedbackCall = Call<{ readonly seriesId: string; readonly lineId: string }, unknown>;

interface Decided {
  readonly series: Series;
  readonly feedback: Feedback | null;
  readonly untold?: boolean;
}

/**
 * A step of one loop by one of the two: the feedback and what the head knows of it change in one batch, with
 * what the answer brings about: a promise, or a topic. That it was opened changes nothing but the feedback, so
 * that no version says when (PRACTICE B1).
 * @throws Problem `series.notFound`, DomainError as the rules say
 */
export function changeFeedback(
  call: FeedbackCall,
  change: (feedback: Feedback, doing: Doing) => Feedback,
): Promise<Answer<{ version: number }>> {
  return onFeedback(call, (series, feedback, doing) => {
    const changed = change(feedback, doing);
    if (changed.opened !== feedback.opened) return { series, feedback: changed, untold: true };
    const trust = countClosed(series.trust, feedback, changed, series.meeting.number);
    const counted = trust ? { ...series, trust } : series;
    return {
      series: withLoop(withOutcome(counted, feedback, changed, doing), changed),
      feedback: changed,
    };
  });
}

/** The author takes it back before it was opened: it is gone from everywhere. */
export const takeBack = (call: FeedbackCall): Promise<Answer<{ version: number }>> =>
  onFeedback(call, (series, feedback, doing) => {
    requireTakeBack(feedback, doing.by);
    const loops = series.loops.filter(({ id }) => id !== feedback.id);
    return { series: next(series, { loops }), feedback: null };
  });

function onFeedback(
  call: FeedbackCall,
  decide: (series: Series, feedback: Feedback, doing: Doing) => Decided,
): Promise<Answer<{ version: number }>> {
  const { seriesId, lineId } = call.path;
  const placing = feedbackPlacing(lineId);
  return writeHead(call, seriesId, {
    authorise: (series) => void requireRole(series, call.caller.id),
    async change(series) {
      const by = requireRole(series, call.caller.id);
      requireGoingOn(series);
      const found = await call.services.documents.read<Feedback>(
        seriesPartition(seriesId),
        placing.id,
      );
      if (!found) throw new Problem('feedback.unknown', 'id');
      const doing = { by, at: call.at, commandId: call.idempotency.key };
      const decided = decide(series, found.value, doing);
      if (decided.feedback === found.value) return series;
      return {
        series: decided.series,
        untold: decided.untold ?? false,
        also: [
          decided.feedback
            ? {
                change: 'replace',
                placing: feedbackPlacingOf(decided.feedback, series, call.at),
                value: decided.feedback,
                loaded: found,
              }
            : { change: 'delete', id: placing.id, etag: found.etag },
        ],
      };
    },
  });
}

/** Where a piece of feedback lies, and until when. */
export function feedbackPlacingOf(feedback: Feedback, series: Series, at: string): Placing {
  const expires = feedbackExpiry(feedback, series, at);
  return { ...feedbackPlacing(feedback.id), ...(expires === null ? {} : { expires }) };
}

/** The head knows of a loop until it is closed. */
function withLoop(series: Series, { id, answer, closedAt }: Feedback): Series {
  const loops = closedAt
    ? series.loops.filter((loop) => loop.id !== id)
    : series.loops.map((loop) => (loop.id === id ? { ...loop, answered: answer !== null } : loop));
  return next(series, { loops });
}

/** "I will try this" makes a promise of the receiver's; "let's talk" a topic of theirs (PRACTICE B5). */
function withOutcome(series: Series, before: Feedback, after: Feedback, doing: Doing): Series {
  if (before.answer || !after.answer?.words) return series;
  const line = { id: doing.commandId, text: after.answer.words };
  const terms = { minutes: series.minutes, agreed: bothAgreed(series) };
  if (after.answer.kind === 'willTry') {
    const command = { type: 'addAction', ...line, owner: doing.by, due: null } as const;
    return applyToShared(series, command, doing, terms);
  }
  if (after.answer.kind === 'talk') {
    return applyToShared(series, { type: 'addTopic', ...line }, doing, terms);
  }
  return series;
}
