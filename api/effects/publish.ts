import { applyToShared } from '@rapport/domain/agenda';
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
  const shared = lineToShare(page.value, effect.line);
  const at = services.clock.now().toISOString();
  const series = await arriveOnce(services, effect.series, shared.line.version, at, (head) =>
    taken(head, effect, shared),
  );
  await changeDocument<PrivatePage>(services, pages, placing, (current) =>
    current?.sharing.includes(effect.line)
      ? finishSharing(current, effect.line, series !== null)
      : current,
  );
  if (series) await nudgeBoth(services, series);
}

/** @throws DomainError where the rules do not take it: full, over, or no terms agreed for a note */
function taken(head: Series, { by }: Publish, { noun, line }: LineToShare): Arrival {
  requireGoingOn(head);
  const { id, text, at, version } = line;
  const command =
    noun === 'note'
      ? ({ type: 'addNote', id, text, topic: line.topic } as const)
      : ({ type: 'addTopic', id, text, question: line.question } as const);
  const terms = { minutes: head.minutes, agreed: bothAgreed(head) };
  const changed = applyToShared(head, command, { by, at, commandId: version }, terms);
  // Its id is known there, for other words: these would be lost.
  return changed === head ? null : { series: next(head, changed) };
}
