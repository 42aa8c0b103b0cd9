import { applyToShared } from '@rapport/domain/agenda';
import { DomainError } from '@rapport/domain/errors';
import { bothAgreed, next, requireGoingOn } from '@rapport/domain/member';
import { finishSharing, lineToShare, type LineToShare } from '@rapport/domain/privatePage';
import { type PrivatePage, type Series } from '@rapport/domain/series';
import { pagePlacing, personPartition } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBoth } from '../writing/nudgeBoth';
import { arriveOnce, type Arrival } from './arriveOnce';
import type { Effect } from './effect';

type Publish = Extract<Effect, { type: 'publish' }>;

/**
 * Carries a line from its author's page to what both share: there first, off the page after, so that a crash in
 * between leaves it twice rather than nowhere, and the next run mends it. Where it cannot be taken, it stays
 * private.
 */
export async function publish(services: Services, effect: Publish): Promise<void> {
  const pages = personPartition(effect.person);
  const placing = pagePlacing(effect.series);
  const page = await services.documents.read<PrivatePage>(pages, placing.id);
  if (!page?.value.sharing.includes(effect.line)) return;
  const shared = standing(page.value, effect.line);
  if (!shared) {
    await changeDocument<PrivatePage>(
      services,
      pages,
      placing,
      (current) => current && finishSharing(current, effect.line, false),
    );
    return;
  }
  const at = services.clock.now().toISOString();
  const series = await arriveOnce(services, effect.series, shared.line.version, at, (head) =>
    taken(head, effect, shared, at),
  );
  await changeDocument<PrivatePage>(services, pages, placing, (current) =>
    current?.sharing.includes(effect.line)
      ? finishSharing(current, effect.line, series !== null)
      : current,
  );
  if (series) await nudgeBoth(services, series);
}

/** What is to be shared; null where its author has removed it since. */
function standing(page: PrivatePage, id: string): LineToShare | null {
  try {
    return lineToShare(page, id);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/**
 * @param at from when on the other one reads it; when it was written for oneself is nobody else's (PRACTICE E2)
 * @throws DomainError where the rules do not take it: full, over, or no terms agreed for a note
 */
function taken(head: Series, { by }: Publish, { noun, line }: LineToShare, at: string): Arrival {
  requireGoingOn(head);
  const { id, text, version } = line;
  const command =
    noun === 'note'
      ? ({ type: 'addNote', id, text, topic: line.topic } as const)
      : ({ type: 'addTopic', id, text, question: line.question } as const);
  const terms = { minutes: head.minutes, agreed: bothAgreed(head) };
  const changed = applyToShared(head, command, { by, at, commandId: version }, terms);
  // Its id is known there, for other words: these would be lost.
  return changed === head ? null : { series: next(head, changed) };
}
