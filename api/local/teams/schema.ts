import { reminderKind } from '@rapport/domain/reminder.schema';
import { line } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';

const personKey = z.string().check(z.regex(/^[a-z]{1,40}$/));
const chatId = z.string().check(z.regex(/^19:[\w:.@-]{1,200}$/));
const instant = z.iso.datetime();
/** Name of something the guided path ticks off, e.g. a route of the api that succeeded. */
const mark = z.string().check(z.regex(/^[A-Za-z]{1,40}$/));
const words = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(4000),
  z.refine((text) => text.isWellFormed() && !text.includes('\0')),
);

const message = z.strictObject({
  id: z.uuid(),
  chat: chatId,
  from: personKey,
  text: words,
  at: instant,
});
const installation = z.strictObject({ chat: chatId, by: personKey, at: instant });
/** An entry of somebody's activity feed that Rapport sent. */
const activity = z.strictObject({
  /** A later one with the same number takes its place. */
  chainId: z.int(),
  to: personKey,
  kind: reminderKind,
  series: z.uuid(),
  at: instant,
});
const guide = z.strictObject({ dismissed: z.boolean(), marks: z.array(mark) });

/** What `teams.json` holds: nothing that the local Teams could work out by itself. */
export const teamsData = z.strictObject({
  format: z.literal(1),
  installations: z.array(installation),
  messages: z.array(message),
  /** Missing where nothing was ever sent. */
  activities: z.optional(z.array(activity)),
  guide,
});

export const addAppInput = z.strictObject({ person: personKey, chat: chatId });
export const sendInput = z.strictObject({ person: personKey, chat: chatId, text: words });
export const attendInput = z.strictObject({
  person: personKey,
  meeting: line(100),
  here: z.boolean(),
});
export const guideInput = z.strictObject({
  dismissed: z.optional(z.boolean()),
  marks: z.optional(z.array(mark).check(z.maxLength(20))),
});

export type TeamsData = z.infer<typeof teamsData>;
export type Message = z.infer<typeof message>;
export type Activity = z.infer<typeof activity>;
export type Installation = z.infer<typeof installation>;
export type Guide = z.infer<typeof guide>;
export type GuideInput = z.infer<typeof guideInput>;

/** A weekly 1:1 in somebody's calendar. */
export interface Meeting {
  /** Short id for addresses. */
  readonly id: string;
  readonly chat: string;
  readonly organizer: string;
  /** Keys of its two people, the organizer first. */
  readonly people: readonly [string, string];
  /** The occurrence that is on or comes next (ISO 8601, UTC). */
  readonly next: { readonly start: string; readonly end: string };
  /** Those of the clock's week and of the week after. */
  readonly occurrences: readonly { readonly start: string; readonly end: string }[];
  /** Keys of those who are in the meeting at the moment. */
  readonly here: readonly string[];
}

export interface Chat {
  readonly id: string;
  readonly people: readonly [string, string];
  /** Id of the meeting the chat belongs to; null for the chat of two people. */
  readonly meeting: string | null;
  readonly rapport: Installation | null;
  readonly messages: readonly Message[];
}

/** What one person sees in Teams. */
export interface TeamsView {
  /** The product's time. */
  readonly at: string;
  readonly chats: readonly Chat[];
  /** What Rapport told them, the latest first. */
  readonly activities: readonly Activity[];
  /** The person's own meetings, those with the directory's first pair first. */
  readonly meetings: readonly Meeting[];
  /** A meeting the person opened by a link without being invited. */
  readonly visiting: { readonly meeting: Meeting; readonly rapport: boolean } | null;
}
