import { endAsMeant } from '../rhythm/localDate';
import { instantOf, ownZone } from '../rhythm/nextDate';

/** The end of a local day (ISO 8601, UTC): a stand-in until Friday still leads on Friday. */
export function endOf(day: string): string | null {
  const end = instantOf({ day, time: '23:59' }, ownZone());
  return end === null ? null : endAsMeant(day, end);
}
