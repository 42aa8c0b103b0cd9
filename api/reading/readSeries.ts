import { readerOf } from '@rapport/domain/ending';
import type { Role } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import { HEAD, seriesPartition } from '../places';
import { Problem } from '../problem';
import type { AnyCall } from '../writing/changeSeries';

/** A series, and in which role the caller reads it. */
export interface ReadSeries {
  readonly series: Series;
  readonly by: Role;
  /** The tenant that what lies beside it is sealed for. */
  readonly tenant: string;
}

/**
 * The series as it stands at this time, for who may read it: the two, also for a while after one of them has left, or
 * a stand-in's day has come. Whoever writes is asked for by `requireRole`.
 * @throws Problem `series.notFound` for everybody else, and where there is none: nobody can tell these apart
 */
export async function readSeries(call: AnyCall, seriesId: string): Promise<ReadSeries> {
  const head = await call.services.documents.read<Series>(seriesPartition(seriesId), HEAD.id);
  const series = head && asOf(head.value, call.at);
  const by = series && readerOf(series, call.caller.id, call.at);
  if (!head || !by) throw new Problem('series.notFound');
  return { series, by, tenant: head.tenant };
}
