import { withClockOfOther } from '@rapport/domain/clocks';
import type { Role } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import { Temporal } from 'temporal-polyfill';
import { personPartition, PROFILE, type Profile } from '../places';
import type { AnyCall } from './changeSeries';

const MINUTE_NS = 60_000_000_000;

/**
 * A date was planned: what the other one's clock says on it goes along, where their notifications name a zone. Their
 * zone itself is told to nobody.
 */
export async function tellClockOfOther(
  { services: { documents } }: AnyCall,
  before: Series,
  after: Series,
  by: Role,
): Promise<Series> {
  const { plannedAt } = after.meeting;
  const other = by === 'manager' ? after.report : after.manager;
  const same =
    plannedAt === before.meeting.plannedAt && after.meeting.number === before.meeting.number;
  if (plannedAt === null || same || !other || other.leftAt !== null) return after;
  const profile = await documents.read<Profile>(personPartition(other.person.id), PROFILE.id);
  const zone = profile?.value.remindMe?.zone;
  const offset = zone === undefined ? null : offsetAt(plannedAt, zone);
  return { ...after, meeting: withClockOfOther(after.meeting, by, offset) };
}

const offsetAt = (instant: string, zone: string): number =>
  Math.round(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offsetNanoseconds / MINUTE_NS);
