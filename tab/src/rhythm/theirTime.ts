import { clockOf } from '@rapport/domain/clocks';
import { otherRole } from '@rapport/domain/person';
import type { SeriesView } from '@rapport/domain/series';
import type { Words } from '../words/words';

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;

/** Day and time of an instant in the person's own zone, beside the other one's: where two lines have to do. */
export const sayBriefly = ({ dates }: Pick<Words, 'dates'>, instant: string): string =>
  new Intl.DateTimeFormat(dates, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(instant));

/**
 * What the other one's clock says at the next meeting, with the day where it is another one; null where it says the
 * same, or is not known.
 * @param name how the other one is called
 * @param brief for where one line has to do
 */
export function sayTheirTime(
  { t, dates }: Words,
  { me, meeting }: Pick<SeriesView, 'me' | 'meeting'>,
  name: string,
  brief = false,
): string | null {
  const offset = clockOf(meeting, otherRole(me));
  if (meeting.plannedAt === null || offset === null) return null;
  const at = new Date(meeting.plannedAt);
  const own = -at.getTimezoneOffset();
  if (offset === own) return null;
  // As UTC: no change of clocks between here and there can touch it.
  const [theirs, mine] = [offset, own].map((minutes) => new Date(at.getTime() + minutes * 60_000));
  const sameDay = theirs?.getUTCDate() === mine?.getUTCDate();
  const format = new Intl.DateTimeFormat(dates, {
    timeZone: 'UTC',
    hour: 'numeric',
    minute: '2-digit',
    ...(sameDay ? {} : brief ? { weekday: 'short' } : DAY),
  });
  const when = format.format(theirs);
  if (brief) return t('pace.theirBrief', { name, when });
  return sameDay ? t('pace.theirTime', { name, time: when }) : t('pace.theirDay', { name, when });
}
