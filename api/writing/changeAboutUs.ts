import { EMPTY_ABOUT_US, type AboutUs } from '@rapport/domain/aboutUs';
import type { Doing } from '@rapport/domain/line';
import { next, requireGoingOn } from '@rapport/domain/member';
import type { Series } from '@rapport/domain/series';
import type { Change } from '../documents/documents';
import { ABOUT_US, seriesPartition } from '../places';
import type { Answer } from '../route';
import { requireRole, writeHead, type AnyCall } from './changeSeries';

/** What a command makes of the head and of the page beside it. */
export interface ChangedAboutUs {
  readonly series: Series;
  readonly aboutUs: AboutUs;
  /** The other one reads what they read before: then they are not told that there was anything. */
  readonly untold?: boolean;
}

/**
 * A change of what the two know about each other: the page and what the head knows of it change in one batch,
 * and both are told that there is something newer, unless one of them reads nothing of it.
 * @throws Problem `series.notFound`, DomainError as the rules say
 */
export const changeAboutUs = (
  call: AnyCall,
  seriesId: string,
  change: (current: ChangedAboutUs, doing: Doing) => ChangedAboutUs,
): Promise<Answer<{ version: number }>> =>
  writeHead(call, seriesId, {
    authorise: (series) => void requireRole(series, call.caller.id),
    async change(series) {
      const by = requireRole(series, call.caller.id);
      requireGoingOn(series);
      const found = await call.services.documents.read<AboutUs>(
        seriesPartition(seriesId),
        ABOUT_US.id,
      );
      const before = found?.value ?? EMPTY_ABOUT_US;
      const doing = { by, at: call.at, commandId: call.idempotency.key };
      const changed = change({ series, aboutUs: before }, doing);
      const { untold = false } = changed;
      if (changed.aboutUs === before) return { series: changed.series, untold };
      const also: Change = found
        ? { change: 'replace', placing: ABOUT_US, value: changed.aboutUs, loaded: found }
        : { change: 'create', placing: ABOUT_US, value: changed.aboutUs };
      const head = changed.series === series && !untold ? next(series, {}) : changed.series;
      return { series: head, also: [also], untold };
    },
  });
