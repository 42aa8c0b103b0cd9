import { DomainError } from '@rapport/domain/errors';
import { arrived, openLoop, type FeedbackDraft } from '@rapport/domain/feedback';
import { bothAgreed, hasEnded, next } from '@rapport/domain/member';
import { wishOf } from '@rapport/domain/wish';
import { dueFeedback, keepBack, withoutFeedback } from '@rapport/domain/privatePage';
import type { PrivatePage, Series } from '@rapport/domain/series';
import { feedbackPlacing, HEAD, pagePlacing, personPartition, seriesPartition } from '../places';
import { StorageConflict } from '../ports/storage';
import { Problem } from '../problem';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBoth } from '../writing/nudgeBoth';
import type { Effect } from './effect';

const ATTEMPTS = 12;

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
  for (const draft of page ? dueFeedback(page.value, at) : []) {
    const outcome = await intoSeries(services, effect.series, draft, at);
    if (outcome === 'later') return 'later';
    await changeDocument<PrivatePage>(services, pages, placing, (current) => {
      if (!current?.feedback.some(({ id }) => id === draft.id)) return current;
      return outcome ? withoutFeedback(current, draft.id) : keepBack(current, draft.id);
    });
    if (outcome) await nudgeBoth(services, outcome);
    const nudge = { series: effect.series, version: outcome?.version ?? 0 };
    await services.nudge.send(effect.person, nudge);
  }
  return undefined;
}

/** @returns the head that knows of it, null where it can never arrive, `later` during a meeting */
async function intoSeries(
  { documents }: Services,
  seriesId: string,
  draft: FeedbackDraft,
  at: string,
): Promise<Series | null | 'later'> {
  const where = seriesPartition(seriesId);
  const placing = feedbackPlacing(draft.id);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [head, there] = await Promise.all([
      documents.read<Series>(where, HEAD.id),
      documents.read<unknown>(where, placing.id),
    ]);
    if (!head || hasEnded(head.value) || !bothAgreed(head.value)) return null;
    if (there) return head.value;
    if (head.value.meeting.state !== 'planned') return 'later';
    const wish = wishOf(head.value.wishes, draft.askedFor, draft.by);
    const value = arrived(draft, at, wish?.text ?? null);
    const wishes = head.value.wishes.filter((one) => one !== wish);
    try {
      const series = next(head.value, { loops: openLoop(head.value.loops, value), wishes });
      await documents.write({ ...where, tenant: head.tenant }, [
        { change: 'replace', placing: HEAD, value: series, loaded: head },
        { change: 'create', placing, value },
      ]);
      return series;
    } catch (error) {
      if (error instanceof DomainError) return null;
      if (!(error instanceof StorageConflict)) throw error;
    }
  }
  throw new Problem('busy');
}
