import { notesToKeep, withoutNotes } from '@rapport/domain/privatePage';
import type { KeptNotes } from '@rapport/domain/keptNotes';
import { expiryOf } from '@rapport/domain/retention';
import type { PrivatePage, Series } from '@rapport/domain/series';
import { HEAD, keptNotesPlacing, pagePlacing, personPartition, seriesPartition } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import type { Effect } from './effect';

/**
 * Lays each one's own notes beside the meeting they were taken in, first, and takes them off the page, after:
 * a crash in between leaves them twice, and the next run mends it. What was written meanwhile stays.
 */
export async function keepNotes(
  services: Services,
  effect: Extract<Effect, { type: 'keepNotes' }>,
): Promise<void> {
  const head = await services.documents.read<Series>(seriesPartition(effect.series), HEAD.id);
  if (!head) return;
  const expires = expiryOf(effect.at, head.value, services.clock.now().toISOString());
  for (const person of effect.people) {
    const partition = personPartition(person);
    const placing = pagePlacing(effect.series);
    const page = await services.documents.read<PrivatePage>(partition, placing.id);
    const notes = page ? notesToKeep(page.value, effect.at) : [];
    if (notes.length === 0) continue;
    const kept = await changeDocument<KeptNotes>(
      services,
      partition,
      { ...keptNotesPlacing(effect.series, effect.number), expires },
      // An earlier run's notes stay as they were kept: the meeting was over.
      (before) => before ?? notes,
    );
    await changeDocument<PrivatePage>(
      services,
      partition,
      placing,
      (current) => current && withoutNotes(current, kept ?? [], effect.at),
    );
  }
}
