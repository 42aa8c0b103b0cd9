import { NOTHING_KNOWN } from './aboutUs';
import { peopleOfChat } from './chat';
import { DomainError } from './errors';
import { newInvitation } from './invitation';
import { NO_HANDS } from './hand';
import { plannedMeeting } from './meeting';
import { newMember, next } from './member';
import type { Person } from './person';
import type { Minutes, Rhythm, Series } from './series.schema';
import type { Format, Labels } from './shape.schema';

export type {
  InvitationView,
  MemberView,
  Minutes,
  PrivatePage,
  Rhythm,
  Seat,
  Series,
  SeriesView,
} from './series.schema';

/** Chats and meetings one series can be opened from. */
const CHATS_PER_SERIES = 20;

export interface NewSeries {
  readonly id: string;
  readonly report: Person | null;
  readonly rhythm: Rhythm;
  readonly minutes: Minutes;
  readonly introduction: string;
  readonly format?: Format;
  readonly labels?: Labels;
  readonly agree: boolean;
}

/**
 * A manager sets up a series (PRACTICE C1): usable by them at once, before the report joined.
 * @throws DomainError `series.withYourself`
 */
export function startSeries(input: NewSeries, manager: Person, at: string): Series {
  if (input.report?.id === manager.id) throw new DomainError('series.withYourself', 'report');
  return {
    id: input.id,
    version: 1,
    startedAt: at,
    rhythm: input.rhythm,
    minutes: input.minutes,
    introduction: input.introduction,
    format: input.format ?? 'free',
    labels: input.labels ?? 'manager',
    shaped: [],
    known: NOTHING_KNOWN,
    commonConcern: false,
    manager: newMember(manager, input.agree, at),
    report: null,
    invitation: newInvitation(input.report, at),
    joinRequest: null,
    chats: [],
    meeting: plannedMeeting(1, null),
    hands: NO_HANDS,
    lastMeeting: null,
    asked: [],
    topics: [],
    notes: [],
    actions: [],
    loops: [],
    wishes: [],
    asks: [],
  };
}

/**
 * Remembers a chat or meeting (hashed) this series is opened from.
 * @throws DomainError `series.tooManyChats`
 */
export function bindChat(series: Series, chatKey: string): Series {
  if (series.chats.includes(chatKey)) return series;
  if (series.chats.length >= CHATS_PER_SERIES) throw new DomainError('series.tooManyChats');
  return bindOwnChat(series, chatKey);
}

/** Remembers the 1:1 chat (hashed) of the two: it always has room, so that joining never fails over it. */
export function bindOwnChat(series: Series, chatKey: string): Series {
  if (series.chats.includes(chatKey)) return series;
  return next(series, { chats: [...series.chats, chatKey] });
}

/**
 * A 1:1 chat opens a series only if it is the chat of its two people: with somebody else it would bring the
 * one's agenda before the other, and stand in the way of their own. A meeting's chat names nobody.
 * @throws DomainError `chat.notYours`
 */
export function requireChatOf(series: Series, chatId: string): void {
  const { manager, report, invitation } = series;
  const two = [manager.person, report?.person ?? invitation?.to].map((person) => person?.id);
  const chat = peopleOfChat(chatId);
  const theirs = chat?.every((oid) => two.some((id) => id?.endsWith(`.${oid}`))) ?? true;
  if (!theirs) throw new DomainError('chat.notYours', 'chatId');
}
