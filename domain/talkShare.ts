import type { CheckIn, RevealedCheckIn } from './checkIn.schema';
import { DomainError } from './errors';
import type { MeetingRecord } from './meeting.schema';
import { otherRole, type Role } from './person';
import type { Series } from './series.schema';
import type { TalkShareOffer, TalkShareOfMeeting, TalkShareRecord } from './talkShare.schema';

export type {
  TalkShareOffer,
  TalkShareOfMeeting,
  TalkShareRecord,
  TalkShareView,
} from './talkShare.schema';

/** Meetings that are looked back at. */
export const LOOKED_BACK = 12;
/** How long a wish to keep a number waits for the other one's; then it is as if there had been none. */
export const OFFER_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * Looked at between meetings only, never live (PRACTICE A8, A9).
 * @throws DomainError `talkShare.inMeeting`
 */
export function requireBetweenMeetings({ meeting }: Pick<Series, 'meeting'>): void {
  if (meeting.state !== 'planned') throw new DomainError('talkShare.inMeeting');
}

/**
 * Somebody would keep a number of a meeting. It stays on their own page, whatever they wished for that meeting
 * before is replaced, and what has run out goes.
 * @throws DomainError `talkShare.inMeeting`, `talkShare.noMeeting`
 */
export function offerTalkShare(
  mine: readonly TalkShareOffer[],
  given: TalkShareOffer,
  series: Pick<Series, 'meeting' | 'lastMeeting'>,
): TalkShareOffer[] {
  requireBetweenMeetings(series);
  requireFinished(series, given.meeting);
  const isLookedAt = ({ meeting }: TalkShareOffer) => meeting > lastOf(series) - LOOKED_BACK;
  if (!isLookedAt(given)) throw new DomainError('talkShare.noMeeting', 'meeting');
  const others = mine.filter(
    (offer) => offer.meeting !== given.meeting && isLookedAt(offer) && !hasRunOut(offer, given.at),
  );
  return [...others, given];
}

export const withoutOffer = (
  mine: readonly TalkShareOffer[],
  meeting: number,
): readonly TalkShareOffer[] => mine.filter((offer) => offer.meeting !== meeting);

/** @throws DomainError `talkShare.noMeeting` */
export function requireFinished(series: Pick<Series, 'lastMeeting'>, meeting: number): void {
  if (meeting > lastOf(series)) throw new DomainError('talkShare.noMeeting', 'meeting');
}

const lastOf = ({ lastMeeting }: Pick<Series, 'lastMeeting'>): number => lastMeeting?.number ?? 0;

const NOTHING = { manager: 0, report: 0 };

/**
 * What lies with a meeting once both would keep a number of it, within 14 days of each other, and one of them
 * measured one. What both kept before is not altered.
 * @returns the very record where nothing changes; null where there is nothing to keep
 */
export function keepWhatBothKept(
  record: TalkShareRecord | null,
  meeting: number,
  offers: Readonly<Record<Role, readonly TalkShareOffer[]>>,
): TalkShareRecord | null {
  if (record?.kept) return record;
  const gone = record?.gone ?? NOTHING;
  const of = (role: Role) =>
    offers[role].find((offer) => offer.meeting === meeting && offer.version > gone[role]);
  const [hers, his] = [of('manager'), of('report')];
  if (!hers || !his || (hers.share === null && his.share === null)) return record;
  if (Math.abs(Date.parse(hers.at) - Date.parse(his.at)) > OFFER_MS) return record;
  const share = { manager: hers.share, report: his.share };
  return { meeting, kept: { share, from: { manager: hers.version, report: his.version } }, gone };
}

/**
 * One of the two takes their wish back: what both kept by it is gone for both. The other one's wish was for
 * that number, and is not asked again.
 * @param upTo the version of their page: all that they wished until then
 */
export function takeTalkShareAway(
  record: TalkShareRecord | null,
  meeting: number,
  by: Role,
  upTo: number,
): TalkShareRecord {
  const { kept = null, gone = NOTHING } = record ?? {};
  const other = otherRole(by);
  const mine = Math.max(gone[by], upTo);
  if (!kept || kept.from[by] > mine) {
    return { meeting, kept, gone: { ...gone, [by]: mine } };
  }
  const theirs = Math.max(gone[other], kept.from[other]);
  return {
    meeting,
    kept: null,
    gone: by === 'manager' ? { manager: mine, report: theirs } : { manager: theirs, report: mine },
  };
}

/** How many of the topics that were talked about each had raised. */
export function raisedIn({ topics }: Pick<MeetingRecord, 'topics'>): Record<Role, number> {
  const raised = (role: Role) => topics.filter(({ by }) => by === role).length;
  return { manager: raised('manager'), report: raised('report') };
}

/** What one of the two is shown of a meeting. */
export function talkShareFor(
  source: {
    readonly meeting: MeetingRecord;
    readonly mine: readonly CheckIn[];
    readonly both: RevealedCheckIn | null;
    readonly offers: readonly TalkShareOffer[];
    readonly record: TalkShareRecord | null;
  },
  at: string,
): TalkShareOfMeeting {
  const { meeting, mine, both, record } = source;
  const kept = record?.kept ?? null;
  const waits =
    waitingOffers(source.offers, record ? [record] : [], at).find(
      (offer) => offer.meeting === meeting.number,
    ) ?? null;
  return {
    number: meeting.number,
    finishedAt: meeting.finishedAt,
    topics: raisedIn(meeting),
    estimate: mine.find((one) => one.meeting === meeting.number)?.share ?? null,
    estimates: both && { manager: both.manager.share, report: both.report.share },
    offer: waits && { share: waits.share, until: endOf(waits) },
    kept: kept && kept.share,
  };
}

/** Every number that both kept, one for each who measured it; the earliest meeting first. */
export const keptTalkShares = (records: readonly TalkShareRecord[]) =>
  records
    .flatMap(({ meeting, kept }) =>
      (['manager', 'report'] as const).flatMap((measuredBy) => {
        const share = kept?.share[measuredBy] ?? null;
        return share === null ? [] : [{ meeting, measuredBy, share }];
      }),
    )
    .toSorted((a, b) => a.meeting - b.meeting);

/** What somebody would keep and the other one has not said so, as yet. */
export const waitingOffers = (
  mine: readonly TalkShareOffer[],
  records: readonly TalkShareRecord[],
  at: string,
): readonly TalkShareOffer[] =>
  mine.filter(
    (offer) =>
      !hasRunOut(offer, at) &&
      !records.some(({ meeting, kept }) => meeting === offer.meeting && kept !== null),
  );

const endOf = ({ at }: TalkShareOffer): string => new Date(Date.parse(at) + OFFER_MS).toISOString();

const hasRunOut = (offer: TalkShareOffer, at: string): boolean => endOf(offer) < at;
