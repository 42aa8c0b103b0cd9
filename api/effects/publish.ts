import { applyToShared } from '@rapport/domain/agenda';
import { DomainError } from '@rapport/domain/errors';
import { bothAgreed, next, requireGoingOn } from '@rapport/domain/member';
import { finishSharing, lineToShare, type LineToShare } from '@rapport/domain/privatePage';
import { type PrivatePage, type Series } from '@rapport/domain/series';
import { HEAD, pagePlacing, personPartition, seriesPartition } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBoth } from '../writing/nudgeBoth';
import type { Effect } from './effect';

/**
 * Carries a topic or a note from its author's page to what both share: there first, off the page after, so that
 * a crash in between leaves it twice rather than nowhere, and the next run mends it. Where it cannot be taken,
 * it stays private.
 */
export async function publish(
  services: Services,
  effect: Extract<Effect, { type: 'publish' }>,
): Promise<void> {
  const pages = personPartition(effect.person);
  const placing = pagePlacing(effect.series);
  const page = await services.documents.read<PrivatePage>(pages, placing.id);
  if (!page?.value.sharing.includes(effect.line)) return;
  const line = lineToShare(page.value, effect.line);
  // From now on the other one reads it; when it was written for oneself is nobody else's (PRACTICE E2).
  const at = services.clock.now().toISOString();
  const series = await onAgenda(services, effect, (head) => taken(head, effect, line, at));
  await changeDocument<PrivatePage>(services, pages, placing, (current) =>
    current?.sharing.includes(effect.line)
      ? finishSharing(current, effect.line, series !== null)
      : current,
  );
  if (series) await nudgeBoth(services, series);
}

/** @throws DomainError where the rules do not take it: full, or no terms agreed for a note */
function taken(
  head: Series,
  { by }: Extract<Effect, { type: 'publish' }>,
  { noun, line }: LineToShare,
  at: string,
): Series {
  const { id, text, version } = line;
  const command =
    noun === 'note'
      ? ({ type: 'addNote', id, text, topic: line.topic } as const)
      : ({ type: 'addTopic', id, text, question: line.question } as const);
  const terms = { minutes: head.minutes, agreed: bothAgreed(head) };
  const changed = applyToShared(head, command, { by, at, commandId: version }, terms);
  return changed === head ? head : next(head, changed);
}

/** @returns the head with the line, or null where it cannot take one (full, ended, gone) */
async function onAgenda(
  services: Services,
  effect: Extract<Effect, { type: 'publish' }>,
  change: (head: Series) => Series,
): Promise<Series | null> {
  const where = seriesPartition(effect.series);
  const head = await services.documents.read<Series>(where, HEAD.id);
  if (!head) return null;
  try {
    const series = await changeDocument<Series>(
      services,
      { ...where, tenant: head.tenant },
      HEAD,
      (current) => {
        if (!current) return current;
        const changed = change(current);
        // An earlier attempt may have brought it there before the two went apart.
        if (changed !== current) requireGoingOn(current);
        return changed;
      },
    );
    return series ?? null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
