import { dueCheckIn } from './checkIn';
import type { FeedbackDraft } from './feedback';
import { liveLines } from './line';
import { stillHolds, type Reminder } from './reminder';
import type { ReminderKind, RemindMe } from './reminder.schema';
import type { PrivatePage, Series } from './series.schema';

/** What somebody was last told of a kind, or is just being told. */
export interface Told {
  /** As in the reminder: rising with time. */
  readonly about: number;
  /** When somebody took it on to say so. */
  readonly at: string;
  /** Whether it is said; while it is not, whoever took it on may have died over it. */
  readonly sent: boolean;
  /** Of invitations by one person: how many were said, this one among them. */
  readonly times?: number;
}

/** What somebody was told about one series; of invitations, what they were told of one person's. */
export type Tellings = Readonly<Partial<Record<ReminderKind, Told>>>;

export type Verdict =
  /** It does not hold any more, is not wanted, or was said. */
  | { readonly do: 'drop' }
  /** Somebody else may just be saying it. */
  | { readonly do: 'wait' }
  /** It comes at a better time. */
  | { readonly do: 'move'; readonly at: string }
  /** `tellings` says that it is taken on: to be kept before it is said. */
  | { readonly do: 'send'; readonly tellings: Tellings };

/** After so long whoever took a notification on and did not say it is given up on, and it is said again. */
export const SAYING_MS = 2 * 60_000;

/**
 * Whoever is invited by the same person again and again is told of it once a day at the most, then after two days,
 * four, … whichever series it is: leaving and beginning anew is no way to knock.
 */
const INVITED_AGAIN_MS = 24 * 60 * 60_000;
/** … up to 32 days. */
const DOUBLED_AT_MOST = 5;
/** For so long it is remembered how often somebody was invited: longer than the longest wait. */
export const INVITED_REMEMBERED_MS = 64 * INVITED_AGAIN_MS;

const waitAfter = (times: number): number =>
  INVITED_AGAIN_MS * 2 ** Math.min(times - 1, DOUBLED_AT_MOST);

/** Of those who never said how they want to be reminded. */
export const ANY_TIME: RemindMe = { off: [], zone: 'UTC', quiet: null, daysOff: [] };

/**
 * What becomes of a reminder whose time has come. Of each kind, what is said is newer every time: so there is
 * one notification before a meeting and one after it, one for a gap and one for an invitation, however often
 * something moved, and whichever of two reminders of one meeting comes first (PRACTICE B7, D8).
 * @param allowed the first moment from this one on at which their wishes let something come; null: there is none
 */
export function decide(
  reminder: Reminder,
  series: Series,
  wishes: RemindMe,
  tellings: Tellings,
  at: string,
  allowed: string | null,
): Verdict {
  const drop: Verdict = { do: 'drop' };
  const { kind, about, until } = reminder;
  if (!stillHolds(series, reminder, at) || wishes.off.includes(kind)) return drop;
  const told = tellings[kind];
  if (told && (told.about > about || (told.about === about && told.sent))) return drop;
  const times = told?.times ?? 0;
  if (kind === 'invitation' && times > 0 && told?.sent) {
    if (Date.parse(at) - Date.parse(told.at) < waitAfter(times)) return drop;
  }
  const taken = told?.about === about && Date.parse(at) - Date.parse(told.at) < SAYING_MS;
  if (taken) return { do: 'wait' };
  if (allowed === null || allowed >= until) return drop;
  if (allowed > at) return { do: 'move', at: allowed };
  const counted = kind === 'invitation' ? { times: told?.about === about ? times : times + 1 } : {};
  return { do: 'send', tellings: { ...tellings, [kind]: { about, at, sent: false, ...counted } } };
}

/** That it is said now. Something newer of its kind stays what they were told last. */
export function said(tellings: Tellings, { kind, about }: Reminder): Tellings {
  const told = tellings[kind];
  return told?.about === about ? { ...tellings, [kind]: { ...told, sent: true } } : tellings;
}

/**
 * Whether something of their own waits for somebody after a meeting: the check-in, or feedback that they began
 * to write. What waits from the other one is not looked at, so that being told of nothing says nothing.
 */
export function waitsForThem(series: Series, page: PrivatePage, at: string): boolean {
  const begun = liveLines<FeedbackDraft>(page.feedback).some(({ delivery }) => delivery === null);
  return begun || dueCheckIn(series.lastMeeting, page.checkIns, at) !== null;
}
