import { arrived, isDue, openLoop, type FeedbackDraft } from '@rapport/domain/feedback';
import { liveLines } from '@rapport/domain/line';
import { bothAgreed, hasEnded, next } from '@rapport/domain/member';
import { wishOf } from '@rapport/domain/wish';
import { keepBack, withoutFeedback } from '@rapport/domain/privatePage';
import type { PrivatePage, Series } from '@rapport/domain/series';
import { feedbackPlacing, pagePlacing, personPartition, seriesPartition } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBoth } from '../writing/nudgeBoth';
import { arriveOnce, hasArrived } from './arriveOnce';
import type { Effect } from './effect';

/**
 * Carries what is due of somebody's feedback to the other one: into the series first, off the page after, so
 * that a crash in between neither loses nor doubles it. Never during a meeting: nothing new arrives there
 * (PRACTICE A9). Where it cannot arrive any more, it stays its author's draft.
 * @returns `later` while its time has not come
 */
export async function deliver(
  services: Services,
  effect: Extract<Effect, { type: 'deliver' }>,
): Promise<'later' | undefined> {
  const at = services.clock.now().toISOString();
  if (effect.notBefore !== null && effect.notBefore > at) return 'later';
  const pages = personPartition(effect.person);
  const placing = pagePlacing(effect.series);
  const page = await services.documents.read<PrivatePage>(pages, placing.id);
  for (const draft of liveLines<FeedbackDraft>(page?.value.feedback ?? [])) {
    // What is not due any more may have been kept back only after it had arrived.
    const goes = isDue(draft, at) || (await hasArrived(services, effect.series, draft.version));
    if (!goes) continue;
    const outcome = await intoSeries(services, effect.series, draft, at);
    if (outcome === 'later') return 'later';
    await changeDocument<PrivatePage>(services, pages, placing, (current) => {
      // Kept back and changed meanwhile: those words are another draft.
      const stands = current?.feedback.some(({ version }) => version === draft.version);
      if (!current || !stands) return current;
      return outcome ? withoutFeedback(current, draft.id) : keepBack(current, draft.id);
    });
    if (outcome) await nudgeBoth(services, outcome);
    // Their own page, whichever version it now has.
    await services.nudge.send(effect.person, { series: effect.series, version: 0, page: 0 });
  }
  return undefined;
}

/** @returns the head that knows of it, null where it can never arrive, `later` during a meeting */
function intoSeries(
  services: Services,
  seriesId: string,
  draft: FeedbackDraft,
  at: string,
): Promise<Series | null | 'later'> {
  const placing = feedbackPlacing(draft.id);
  return arriveOnce<'later'>(services, seriesId, draft.version, at, async (head) => {
    if (hasEnded(head) || !bothAgreed(head)) return null;
    if (head.meeting.state !== 'planned') return 'later';
    // Other words of this id went before: they are the other one's by now, and not replaced.
    if (await services.documents.read(seriesPartition(seriesId), placing.id)) return null;
    const wish = wishOf(head.wishes, draft.askedFor, draft.by);
    const value = arrived(draft, at, wish?.text ?? null);
    const wishes = head.wishes.filter((one) => one !== wish);
    const series = next(head, { loops: openLoop(head.loops, value), wishes });
    return { series, also: [{ change: 'create', placing, value }] };
  });
}
