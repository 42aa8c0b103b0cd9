import * as z from 'zod/mini';
import { day } from './action.schema';
import { answer as aboutOneself } from './aboutUs.schema';
import { checkIn, revealedCheckIn } from './checkIn.schema';
import { importedLines, importedMeeting, importedShape } from './imported.schema';
import { delivery, feedbackKind, feedbackView } from './feedback.schema';
import { goalChange, goalPart, goalState, missingPart } from './goal.schema';
import { disclosureAnswer } from './ledger.schema';
import { personName, role } from './person.schema';
import { filledIntroduction, introduction, minutes, rhythm } from './series.schema';
import { format, labels, shaped } from './shape.schema';
import { broughtLine } from './succession.schema';
import { instant } from './text.schema';
import { topicLevel } from './topic.schema';

/**
 * What one person takes along of a 1:1 (PRACTICE D11). Version 1. People are called by their role; no ids are in
 * it, neither of people nor of what they wrote. Later versions may add fields; one that changes or removes any
 * has another number. All times are instants in UTC.
 */
const FORMAT = 'rapport.export';
const VERSION = 1;

const written = {
  by: role,
  text: z.string(),
  at: instant,
  editedAt: z.nullable(instant),
};

/** What stood there before, the oldest first, and what the other one says about it (PRACTICE E2). */
const kept = {
  earlier: z.array(z.strictObject({ text: z.string(), at: instant, until: instant })),
  seenDifferently: z.nullable(
    z.strictObject({
      /** The words that it is about; null where they are not kept any more. */
      about: z.nullable(z.string()),
      /** null: "I see it differently", and no more. */
      text: z.nullable(z.string()),
      at: instant,
    }),
  ),
};

const line = z.strictObject(written);
const note = z.strictObject({ ...written, ...kept });
const topic = z.strictObject({
  ...written,
  discussedAt: z.nullable(instant),
  /** How many meetings it was carried over from. */
  carried: z.int(),
  level: z.nullable(topicLevel),
  notes: z.array(note),
});
const promise = z.strictObject({
  ...written,
  ...kept,
  owner: role,
  due: z.nullable(day),
  doneAt: z.nullable(instant),
  /** Number of the meeting it was promised in. */
  meeting: z.int(),
});

/** A goal in the words of both, each with what it is about; `progress` is how it went. */
const goal = z.strictObject({
  suggestedBy: role,
  owner: role,
  state: goalState,
  due: z.nullable(day),
  lines: z.array(z.strictObject({ ...written, ...kept, part: goalPart })),
  missing: z.array(missingPart),
  /** Who said what about its state, its owner and its day, the oldest first. */
  changes: z.array(goalChange),
});

const meeting = {
  number: z.int(),
  startedAt: z.nullable(instant),
  topics: z.array(topic),
  /** Of the meeting as a whole. */
  notes: z.array(note),
  promises: z.array(promise),
};

const member = z.strictObject({
  name: personName,
  joined: z.boolean(),
  agreedAt: z.nullable(instant),
  leftAt: z.nullable(instant),
});

/** Earlier notes that somebody brought along: their words, with the days as they say. */
const imported = z.strictObject({
  by: role,
  at: instant,
  meetings: z.array(
    z.extend(z.omit(importedMeeting, { state: true }), {
      lines: importedLines(z.strictObject(importedShape)),
    }),
  ),
});

/** What somebody let come along from another 1:1: the words, what they were there, and whose they are. */
const brought = z.omit(broughtLine, { id: true, came: true });

const ledgerEntry = z.union([
  z.strictObject({
    type: z.literal('matter'),
    by: role,
    about: z.string(),
    closed: z.boolean(),
    requests: z.array(
      z.strictObject({
        audience: z.string(),
        wording: z.string(),
        at: instant,
        state: z.enum(['open', 'lapsed', 'withdrawn', 'refused', 'allowed', 'revoked']),
        answer: z.nullable(disclosureAnswer),
        toldAt: z.array(instant),
      }),
    ),
  }),
  z.strictObject({
    type: z.literal('safety'),
    by: role,
    basis: z.enum(['safety', 'law']),
    wording: z.string(),
    audience: z.string(),
    at: instant,
    added: z.array(z.strictObject({ text: z.string(), at: instant })),
    shownAt: instant,
  }),
  z.strictObject({ type: z.literal('export'), by: role, at: instant }),
]);

/** What nobody else reads, in the copy only where its author chose so (PRACTICE E3). */
const onlyMine = z.strictObject({
  topics: z.array(line),
  notes: z.array(line),
  /** Of past meetings, by their number. */
  meetings: z.array(z.strictObject({ number: z.int(), notes: z.array(line) })),
  /** Brought along from before, for oneself. */
  imported: z.array(imported),
  /** Being written, or on its way. */
  feedback: z.array(
    z.strictObject({ ...written, kind: feedbackKind, delivery: z.nullable(delivery) }),
  ),
  checkIns: z.array(checkIn),
  /** Numbers that they would keep, while the other one has not said so too. */
  talkShares: z.array(
    z.strictObject({ meeting: z.int(), share: z.nullable(z.int()), at: instant }),
  ),
  /** About oneself, while nobody else reads it: before both agreed to the terms. */
  answers: z.array(aboutOneself),
  values: z.array(line),
  /** Uses of the exception for safety or the law that the other one does not see yet. */
  ledger: z.array(ledgerEntry),
});

export const rapportExport = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  exportedAt: instant,
  /** Whose copy it is. */
  exportedBy: role,
  about: z.strictObject({
    manager: member,
    report: z.nullable(member),
    labels,
    rhythm,
    /** Length of a meeting. */
    minutes,
    format,
    introduction: filledIntroduction,
    /** Who last changed what of this. */
    changed: z.array(shaped),
  }),
  /** The meeting to come, or the one that is going on. */
  agenda: z.strictObject({ ...meeting, plannedAt: z.nullable(instant) }),
  /** What the two would like feedback on. */
  wishes: z.array(line),
  /** Their own questions. */
  questions: z.array(line),
  /** The latest first. */
  meetings: z.array(z.strictObject({ ...meeting, finishedAt: instant })),
  /** Brought along from before, for both; never counted among the meetings. */
  imported: z.array(imported),
  /** Brought along from another 1:1; a copy of before these were in it has none. */
  brought: z.optional(z.array(brought)),
  /** Given, and received and opened; the oldest first. */
  feedback: z.array(z.omit(feedbackView, { id: true, firstEver: true })),
  /** Where both gave one in time. */
  checkIns: z.array(revealedCheckIn),
  /** The report's part of the talking, in per cent, as somebody measured it and both kept it. */
  talkShares: z.array(z.strictObject({ meeting: z.int(), measuredBy: role, share: z.int() })),
  aboutUs: z.strictObject({
    answers: z.array(aboutOneself),
    values: z.array(line),
    introductions: z.array(z.strictObject({ text: introduction, until: instant })),
  }),
  /** Those that the two are at first; a copy of before there were goals has none. */
  goals: z.optional(z.array(goal)),
  ledger: z.array(ledgerEntry),
  /** null: not asked for. */
  onlyMine: z.nullable(onlyMine),
});

export const exportInput = z.strictObject({ includePrivate: z.boolean() });

export type RapportExport = z.infer<typeof rapportExport>;
export type ExportedLine = z.infer<typeof line>;
export type ExportedNote = z.infer<typeof note>;
export type ExportedTopic = z.infer<typeof topic>;
export type ExportedGoal = z.infer<typeof goal>;
export type ExportedPromise = z.infer<typeof promise>;
export type ExportedBrought = z.infer<typeof brought>;
export type ExportedEntry = z.infer<typeof ledgerEntry>;
