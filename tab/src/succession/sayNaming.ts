import type { NamingView, OriginView } from '@rapport/domain/succession.schema';
import { shortName } from '../words/labels';
import { lastDay } from '../rhythm/localDate';
import type { Words } from '../words/words';

/** Who asks whom for what, in a sentence; in full, since whoever is asked may know several of that name. */
export function sayNaming({ t, date }: Words, { by, manager, report, until }: NamingView): string {
  const { name } = report;
  if (by === manager) {
    if (until === null) return t('naming.handOverOwn', { by, name });
    return t('naming.standInOwn', { by, name, date: date(lastDay(until)) });
  }
  // Whoever is not the manager is the report, about their own 1:1s.
  if (until === null) return t('naming.handOver', { by, manager });
  return t('naming.standIn', { by, manager, date: date(lastDay(until)) });
}

/**
 * What a 1:1 that followed on another one is, for both to read.
 * @param lead whoever leads it; null: its reader
 */
export function sayOrigin(
  { t, date }: Words,
  { of, until }: OriginView,
  lead: string | null,
): string {
  const called = lead === null ? '' : shortName(lead);
  if (until === null) {
    return called ? t('origin.handOver', { lead: called, of }) : t('origin.youHandOver', { of });
  }
  const day = date(lastDay(until));
  return called
    ? t('origin.standIn', { lead: called, of, date: day })
    : t('origin.youStandIn', { of, date: day });
}
