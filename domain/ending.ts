import { leave, next } from './member';
import type { LedgerEntry } from './ledger.schema';
import { otherRole, type PersonId, type Role } from './person';
import { shownFrom } from './safety';
import type { Member, Series } from './series.schema';
import { NO_HANDS } from './hand';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What both shared stays readable for so long after one of them left, for both (PRACTICE D11). */
export const READABLE_FOR_DAYS = 90;
/** A record of the exception for safety stays readable for so long after the other one could first read it. */
const RECORD_FOR_DAYS = 30;

/** What outlasts the rest: from when until when each of the two reads each entry of it, and when the last one goes. */
export type Remains = NonNullable<Series['remains']>;

const later = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * DAY_MS).toISOString();

/** Instants, the earliest first. */
const inOrder = (times: readonly string[]): string[] => times.toSorted((a, b) => (a < b ? -1 : 1));

const membersOf = ({ manager, report }: Series): Member[] =>
  [manager, report].filter((member) => member !== null);

/**
 * When what the two shared goes for good; null while the series goes on. 90 days after the first of them left, or
 * after a stand-in's last day;
 * at once where nobody joined, or where both had everything of theirs deleted, so that nobody is left to read it.
 */
export function goesAt(series: Series): string | null {
  const ended = endOf(series);
  if (ended === null) return null;
  const shared = series.report !== null && membersOf(series).some(({ erased }) => !erased);
  return shared ? later(ended, READABLE_FOR_DAYS) : ended;
}

interface Ends {
  readonly manager: Pick<Member, 'leftAt'>;
  readonly report: Pick<Member, 'leftAt'> | null;
  readonly endedAt?: string | undefined;
}

/** When it ended: the first of the two left, or a stand-in's last day was over; null while it goes on. */
export const endOf = ({ manager, report, endedAt }: Ends): string | null =>
  inOrder(
    [manager.leftAt, report?.leftAt ?? null, endedAt ?? null].filter((at) => at !== null),
  )[0] ?? null;

/**
 * The role in which somebody may read this series: its two people while it goes on, and both for 90 days after one
 * left (PRACTICE D11); then only what remains of it, where something does. Who may write is `roleOf`.
 */
export function readerOf(series: Series, person: PersonId, at: string): Role | null {
  const role = placeOf(series, person);
  const goes = goesAt(series);
  if (!role || goes === null || at < goes) return role;
  return readUntil(series, role, at) === null ? null : role;
}

/**
 * Until when one of the two reads what remains, as far as they know at this time: an entry that waits for its day
 * moves no date that the other one is told (PRACTICE E5). null where they read nothing of it.
 */
function readUntil({ remains }: Series, role: Role, at: string): string | null {
  const open = (remains?.[role] ?? []).filter(({ from, until }) => from <= at && at < until);
  return inOrder(open.map(({ until }) => until)).at(-1) ?? null;
}

/** When it goes, as one of the two is told it; null while neither has left. */
export const goesFor = (series: Series, role: Role, at: string): string | null =>
  readUntil(series, role, at) ?? goesAt(series);

function placeOf({ manager, report }: Series, person: PersonId): Role | null {
  if (manager.person.id === person) return manager.erased ? null : 'manager';
  return report?.person.id === person && !report.erased ? 'report' : null;
}

/**
 * Somebody has everything of theirs deleted: they leave where they had not yet, an invitation to them ends as if
 * they had declined it, and a request to join goes. What both shared stays readable for the other one alone.
 */
export function forgetPerson(series: Series, person: PersonId, at: string): Series {
  const { invitation, joinRequest } = series;
  const role = placeOf(series, person);
  if (role) {
    const left = leave(series, role, at);
    return next(left, { [role]: { ...left[role], erased: true } });
  }
  const invited = invitation?.to?.id === person && invitation.declinedAt === null;
  const asked = joinRequest?.person.id === person;
  if (!invited && !asked) return series;
  return next(series, {
    invitation: invited ? { ...invitation, declinedAt: at } : invitation,
    joinRequest: asked ? null : joinRequest,
  });
}

/**
 * What may not go yet when all else does: uses of the exception for safety or the law that the other one could not
 * read for 30 days (PRACTICE C6, E5). Whoever wrote it reads it until then; the other one from its day on.
 * @returns null where nothing remains
 */
export function remainsOf(
  series: Series,
  entries: readonly LedgerEntry[],
  at: string,
): Remains | null {
  const waiting = entries.flatMap((entry) => {
    if (entry.type !== 'safety' || !series[otherRole(entry.by)]) return [];
    if (series[otherRole(entry.by)]?.erased) return [];
    const shown = shownFrom(entry);
    const until = later(shown, RECORD_FOR_DAYS);
    return until > at ? [{ by: entry.by, at: entry.at, shown, until }] : [];
  });
  if (waiting.length === 0) return null;
  const windows = (reader: Role) =>
    waiting.map((one) => ({ from: one.by === reader ? one.at : one.shown, until: one.until }));
  const until = inOrder(waiting.map((one) => one.until));
  return { manager: windows('manager'), report: windows('report'), until: until.at(-1) ?? at };
}

/** When something about what remains changes next: somebody may read it, or it goes. */
export function nextOf({ manager, report, until }: Remains, at: string): string {
  const times = [...manager, ...report].flatMap((one) => [one.from, one.until]);
  return inOrder(times.filter((time) => time > at))[0] ?? until;
}

/** The head without anything that was written in it: who the two were, and what remains. */
export function emptied(series: Series, remains: Remains): Series {
  const { questions: _, trust: __, goals: ___, pauses: ____, turnedAway: _____, ...rest } = series;
  const { notesBefore: _n, brought: _b, ...head } = rest;
  return {
    ...head,
    version: series.version + 1,
    meeting: { ...series.meeting, plannedAt: null, topic: null },
    introduction: '',
    commonConcern: false,
    invitation: null,
    joinRequest: null,
    hands: NO_HANDS,
    known: { manager: [], report: [] },
    shaped: [],
    lastMeeting: null,
    asked: [],
    topics: [],
    notes: [],
    actions: [],
    loops: [],
    wishes: [],
    asks: [],
    remains,
  };
}
