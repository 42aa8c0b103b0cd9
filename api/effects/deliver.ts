import { DomainError } from '@rapport/domain/errors';
import { arrived, openLoop, type FeedbackDraft } from '@rapport/domain/feedback';
import { bothAgreed, hasEnded, next } from '@rapport/domain/member';
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
    // Their own page, whichever version it now has.
    await services.nudge.send(effect.person, { series: effect.series, version: 0, page: 0 });
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
    const head = await documents.read<Series>(where, HEAD.id);
    if (!head) return null;
    // Read after the head: an earlier attempt that the head tells of is then seen here too. What has arrived
    // has arrived, whatever became of the two since; given back as well it would be there twice.
    if (await documents.read<unknown>(where, placing.id)) return head.value;
    if (hasEnded(head.value) || !bothAgreed(head.value)) return null;
    if (head.value.meeting.state !== 'planned') return 'later';
    const value = arrived(draft, at);
    try {
      const series = next(head.value, { loops: openLoop(head.value.loops, value) });
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
