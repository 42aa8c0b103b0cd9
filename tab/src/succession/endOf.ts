import { instantOf, ownZone } from '../rhythm/nextDate';

/** The end of a local day (ISO 8601, UTC): a stand-in until Friday still leads on Friday. */
export const endOf = (day: string): string | null => instantOf({ day, time: '23:59' }, ownZone());
