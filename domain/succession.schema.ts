import * as z from 'zod/mini';
import { day } from './action.schema';
import { lineText } from './line.schema';
import { LINES_PER_GOAL } from './limits';
import { person, personName, pickedPerson, role } from './person.schema';
import { instant, uuid } from './text.schema';

/** Leading the 1:1s for a while, or from now on (PRACTICE C7). */
export const successionKind = z.enum(['standIn', 'handOver']);

/** Where a series comes from: what both read of it, and, for the api alone, where what is released comes from. */
export const originView = z.strictObject({
  kind: successionKind,
  /** The manager before. */
  of: personName,
  /** When a stand-in's series ends by itself; null: it goes on. */
  until: z.nullable(instant),
});
export const origin = z.extend(originView, { from: uuid, succession: uuid });

/** Somebody was asked to lead the report's 1:1s. */
export const succession = z.strictObject({
  id: uuid,
  kind: successionKind,
  person,
  by: role,
  at: instant,
  until: z.nullable(instant),
  expiresAt: instant,
  state: z.enum(['asked', 'declined', 'withdrawn', 'begun']),
  /** The series that came of it. */
  series: z.nullable(uuid),
});

/** Kinds of lines that can be taken along. */
export const broughtNoun = z.enum(['topic', 'note', 'action', 'goal']);

/** What of a goal can go along: its words. How it goes, how it stands and who changed what stay. */
const goalWords = z.enum(['sentence', 'specific', 'measurable', 'achievable', 'relevant']);
const offeredGoal = z.strictObject({
  /** Whose words its sentence is. */
  author: role,
  owner: role,
  due: z.nullable(day),
  /** Besides the sentence that it is called by. */
  parts: z.array(z.strictObject({ part: goalWords, text: lineText, by: role })),
});

/** One line on its way to another series: the very words that its author, and whoever shares it, let go. */
export const offer = z.strictObject({
  id: uuid,
  succession: uuid,
  noun: broughtNoun,
  /** Which line it is, and which wording of it; missing on what was let go before that was kept. */
  line: z.optional(uuid),
  version: z.optional(uuid),
  text: lineText,
  /** Of a goal: what goes along with its sentence, which stands in `text`. */
  goal: z.optional(offeredGoal),
  /** Who offered it. */
  by: role,
  /** When; missing on what was let go before that was kept. */
  at: z.optional(instant),
  /** Who has to agree, its author included. */
  needs: z.array(role),
  given: z.array(role),
  carried: z.boolean(),
});

/** What is asked and offered from one series, in a document of its own; each of the two reads their part of it. */
export const successions = z.strictObject({
  entries: z.array(succession),
  offers: z.array(offer),
});

/**
 * A line that came from another series: the words and whose they are. No time, no order and no id of where it
 * comes from. `role` is its author's in this series; null for somebody who is not one of the two.
 */
const whose = { from: personName, role: z.nullable(role) };
export const broughtLine = z.strictObject({
  id: uuid,
  noun: broughtNoun,
  text: lineText,
  ...whose,
  /** The day on which it came here, in UTC; missing on what came before that was kept. */
  came: z.optional(day),
  /** Of a goal. */
  goal: z.optional(
    z.strictObject({
      owner: z.strictObject(whose),
      /** The day it is bound to: one of its five parts. */
      due: z.nullable(day),
      parts: z.array(z.strictObject({ part: goalWords, text: lineText, ...whose })),
    }),
  ),
});
export const brought = z.strictObject({
  lines: z.array(broughtLine),
  /** Taken off again, or kept no longer: they do not come a second time. */
  removed: z.array(uuid),
});

/** What lies with the person who was asked. */
export const naming = z.strictObject({
  id: uuid,
  kind: successionKind,
  until: z.nullable(instant),
  /** Who asks, and whose 1:1s they are. */
  by: personName,
  manager: personName,
  report: pickedPerson,
  expiresAt: instant,
  /** Where they come from; never sent. */
  series: uuid,
  declined: z.optional(z.literal(true)),
});

export const namingView = z.omit(naming, { series: true, declined: true });

export const successionView = z.strictObject({
  id: uuid,
  kind: z.enum(['standIn', 'handOver', 'back']),
  name: personName,
  by: role,
  until: z.nullable(instant),
  state: z.enum(['asked', 'expired', 'declined', 'withdrawn', 'begun']),
});

/** An offer as one of the two reads it: their own, and those that cannot go without them. */
export const offerView = z.strictObject({
  id: uuid,
  succession: uuid,
  noun: broughtNoun,
  /** The line and the wording that it is; null on what was let go before that was kept. */
  line: z.nullable(uuid),
  version: z.nullable(uuid),
  text: lineText,
  goal: z.optional(offeredGoal),
  mine: z.boolean(),
  /** Whether the reader has let it go; what the other one said is not told, only that it went. */
  given: z.boolean(),
  state: z.enum(['waiting', 'released', 'carried']),
  /** Whether somebody else has to agree as well. */
  shared: z.boolean(),
});

export const successionsView = z.strictObject({
  entries: z.array(successionView),
  offers: z.array(offerView),
});
export const broughtView = z.strictObject({ lines: z.array(broughtLine) });

export type SuccessionKind = z.infer<typeof successionKind>;
export type Origin = z.infer<typeof origin>;
export type OriginView = z.infer<typeof originView>;
export type Succession = z.infer<typeof succession>;
export type Offer = z.infer<typeof offer>;
export type Successions = z.infer<typeof successions>;
export type Brought = z.infer<typeof brought>;
export type OfferedGoal = z.infer<typeof offeredGoal>;
export type BroughtLine = z.infer<typeof broughtLine>;
export type Naming = z.infer<typeof naming>;
export type NamingView = z.infer<typeof namingView>;
export type SuccessionsView = z.infer<typeof successionsView>;
export type OfferView = z.infer<typeof offerView>;

export const nameSuccessorInput = z.strictObject({
  id: uuid,
  kind: successionKind,
  person: pickedPerson,
  until: z.nullable(instant),
});
export const offerLineInput = z.strictObject({
  id: uuid,
  noun: broughtNoun,
  line: uuid,
  /** The wording that is let go: later words are not. */
  version: uuid,
  /** Number of the finished meeting it stands in; null: on the agenda. */
  meeting: z.nullable(z.int()),
  /** Of a goal, whose `version` is its sentence's: what else of it goes along; missing: nothing. */
  goal: z.optional(
    z.strictObject({
      /** Wordings of its other lines, and of none that says how it goes. */
      versions: z.array(uuid).check(z.maxLength(LINES_PER_GOAL)),
      /** As it was read. */
      due: z.nullable(day),
    }),
  ),
});
export const extendInput = z.strictObject({ until: instant });
