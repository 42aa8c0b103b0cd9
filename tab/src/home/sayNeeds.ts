import type { Need, Needs } from '@rapport/domain/needs';
import type { Seat } from '@rapport/domain/series';
import type { Reading } from '../client/state';
import { RHYTHM_WORDS } from '../words/labels';
import type { Words, WordsKey } from '../words/words';

const NEED_WORDS: Readonly<Record<Need, WordsKey>> = {
  joinRequest: 'need.joinRequest',
  declined: 'need.declined',
  expired: 'need.expired',
  waiting: 'need.waiting',
  open: 'need.open',
  terms: 'need.terms',
  feedback: 'need.feedback',
  answer: 'need.answer',
  promises: 'need.promises',
  gap: 'need.gap',
};

export interface Said {
  /** Rhythm and next date, or where it stands. */
  readonly second: string;
  /** What waits, in words. */
  readonly needs: readonly string[];
}

/** The line of one series; what has not been read yet is left out, not guessed. */
export function sayLine(
  words: Words,
  seat: Seat,
  reading: Reading<Needs> | undefined,
  now: number,
): Said {
  const { t } = words;
  const rhythm = t(RHYTHM_WORDS[seat.rhythm]);
  if (seat.state === 'ended') {
    const { goesAt } = seat;
    const second = goesAt ? t('home.ended', { date: words.date(goesAt) }) : t('need.ended');
    return { second, needs: [] };
  }
  if (seat.state === 'invited') return { second: t('home.invitesYou'), needs: [] };
  if (reading?.status === 'failed') return { second: rhythm, needs: [t('need.notRead')] };
  if (reading?.status !== 'ready') return { second: rhythm, needs: [] };
  const { value } = reading;
  if (value.state === 'ended') return { second: t('need.ended'), needs: [] };
  const date = seat.state === 'joined' ? [sayDate(words, value, now)] : [];
  return {
    second: [rhythm, ...date].join(' · '),
    needs: value.needs.map((need) => t(NEED_WORDS[need])),
  };
}

function sayDate(words: Words, { state, nextAt }: Needs, now: number): string {
  if (state === 'live') return words.t('need.now');
  const days = nextAt === null ? -1 : daysBetween(new Date(now), new Date(nextAt));
  // A date that has passed without a meeting is none.
  if (nextAt === null || days < 0) return words.t('need.noDate');
  const time = words.time(nextAt);
  if (days === 0) return words.t('need.today', { time });
  return days === 1 ? words.t('need.tomorrow', { time }) : words.moment(nextAt);
}

/** Calendar days in the person's own zone. */
function daysBetween(from: Date, to: Date): number {
  const day = (date: Date): number =>
    Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
  return day(to) - day(from);
}
