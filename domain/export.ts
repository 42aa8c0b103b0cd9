import { aboutUsFor, type AboutUs } from './aboutUs';
import type { RevealedCheckIn } from './checkIn';
import {
  exportedBrought,
  exportedEntry,
  exportedGoal,
  exportedLine,
  exportedMeeting,
} from './exportLines';
import type { RapportExport } from './export.schema';
import { feedbackFor, type Feedback } from './feedback';
import type { Goal } from './goal';
import { allOf } from './goals';
import { ledgerFor } from './ledger';
import type { ExportRecord, LedgerEntry, LedgerView } from './ledger.schema';
import type { ImportedLine, ImportedMeeting } from './imported.schema';
import type { MeetingRecord } from './meeting.schema';
import { bothAgreed } from './member';
import type { Note } from './note.schema';
import type { Role } from './person';
import { stillReads } from './retention';
import type { MemberView, PrivatePage, Series } from './series.schema';
import type { BroughtLine } from './succession.schema';
import { keptTalkShares, waitingOffers, type TalkShareRecord } from './talkShare';
import { viewFor } from './view';

export type { RapportExport } from './export.schema';

/** All that is kept of a series for both, and the page of whoever takes a copy. */
export interface ExportSource {
  readonly series: Series;
  readonly page: PrivatePage;
  readonly meetings: readonly MeetingRecord[];
  readonly feedback: readonly Feedback[];
  readonly checkIns: readonly RevealedCheckIn[];
  readonly talkShares: readonly TalkShareRecord[];
  readonly aboutUs: AboutUs;
  readonly goals: readonly Goal[];
  readonly ledger: readonly LedgerEntry[];
  /** What came along from another series, as both read it (PRACTICE C7). */
  readonly brought: readonly BroughtLine[];
  /** Earlier notes that both read. */
  readonly imported: readonly BroughtAlong[];
  /** … and those that one brought for oneself; none where they are not asked for. */
  readonly importedAlone: readonly BroughtAlong[];
  /** One's own notes of past meetings, by their number; none where they are not asked for. */
  readonly keptNotes: readonly { readonly number: number; readonly notes: readonly Note[] }[];
}

/** An import with all its parts. */
export interface BroughtAlong {
  readonly by: Role;
  readonly at: string;
  readonly meetings: readonly ImportedMeeting[];
}

/** Who takes a copy, when, and whether of their private notes too: their choice alone (PRACTICE E3). */
export interface ExportChoice {
  readonly by: Role;
  readonly at: string;
  readonly includePrivate: boolean;
}

/**
 * What one of the two may take along (PRACTICE D11): what the views of a series give them, and nothing else. Not
 * in it: what the other one keeps to themselves, what was not opened or not revealed, raised hands (B6), loops,
 * asks, and every id.
 */
export function exportFor(source: ExportSource, choice: ExportChoice): RapportExport {
  const { series, page } = source;
  const { by, at, includePrivate } = choice;
  const view = viewFor(series, page, by, at);
  const { number } = view.meeting;
  const agreed = bothAgreed(series);
  const told = aboutUsFor(source.aboutUs, {
    known: series.known,
    by,
    meeting: number,
    agreed,
  });
  const ledger = source.ledger.flatMap((entry) => ledgerFor(entry, by, at) ?? []);
  const { onlyMe } = view;
  return {
    format: 'rapport.export',
    version: 1,
    exportedAt: at,
    exportedBy: by,
    about: {
      manager: memberOf(view.manager),
      report: view.report && memberOf(view.report),
      labels: view.labels,
      rhythm: view.rhythm,
      minutes: view.minutes,
      format: view.format,
      introduction: view.introduction,
      changed: view.shaped,
    },
    agenda: {
      number,
      startedAt: view.meeting.startedAt,
      plannedAt: view.meeting.plannedAt,
      ...exportedMeeting(view),
    },
    wishes: view.wishes.map(exportedLine),
    questions: view.questions.own.map(exportedLine),
    meetings: source.meetings
      .toSorted((a, b) => b.number - a.number)
      .map((meeting) => ({
        number: meeting.number,
        startedAt: meeting.startedAt,
        finishedAt: meeting.finishedAt,
        ...exportedMeeting(meeting),
      })),
    imported: source.imported.map(exportedImport),
    brought: source.brought.map(exportedBrought),
    feedback: source.feedback
      .filter((one) => stillReads(one, by, series, at))
      .map((one) => feedbackFor(one, by))
      .filter(({ text }) => text !== null)
      .map(({ from, kind, about, askedFor, text, at: arrivedAt, answer, reply, closedAt }) => ({
        from,
        kind,
        about,
        askedFor,
        text,
        at: arrivedAt,
        answer,
        reply,
        closedAt,
      }))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    checkIns: source.checkIns.toSorted((a, b) => a.manager.meeting - b.manager.meeting),
    talkShares: keptTalkShares(source.talkShares),
    aboutUs: {
      // Before both agreed, these are one's own, and nobody else reads them.
      answers: agreed ? told.answers : [],
      values: agreed ? told.values.map(exportedLine) : [],
      introductions: told.introductions,
    },
    goals: allOf(source.goals).map(exportedGoal),
    ledger: ledger.filter((entry) => bothRead(entry, at)).map(exportedEntry),
    onlyMine: includePrivate
      ? {
          topics: onlyMe.topics.map(exportedLine),
          notes: onlyMe.notes.map(exportedLine),
          meetings: source.keptNotes.map((one) => ({
            number: one.number,
            notes: one.notes.map(exportedLine),
          })),
          imported: source.importedAlone.map(exportedImport),
          feedback: onlyMe.feedback.map((draft) => ({
            ...exportedLine(draft),
            kind: draft.kind,
            delivery: draft.delivery,
          })),
          checkIns: page.checkIns,
          talkShares: waitingOffers(page.talkShares ?? [], source.talkShares, at).map((one) => ({
            meeting: one.meeting,
            share: one.share,
            at: one.at,
          })),
          answers: agreed ? [] : told.answers,
          values: agreed ? [] : told.values.map(exportedLine),
          ledger: ledger.filter((entry) => !bothRead(entry, at)).map(exportedEntry),
        }
      : null,
  };
}

/** No ids are in a copy: not which promise of the agenda came of a line. */
function withoutPromise(line: ImportedLine): Omit<ImportedLine, 'promise'> {
  const { promise: _, ...rest } = line;
  return rest;
}

const exportedImport = ({ by, at, meetings }: BroughtAlong) => ({
  by,
  at,
  meetings: meetings.map(({ heldOn, title, lines }) => ({
    heldOn,
    title,
    lines: lines.map(withoutPromise),
  })),
});

/** What only its author sees as yet is as private as a note (PRACTICE E3, E5). */
const bothRead = (entry: LedgerView, at: string): boolean =>
  entry.type !== 'safety' || entry.shownAt <= at;

const memberOf = ({ name, joined, agreedAt, leftAt }: MemberView) => ({
  name,
  joined,
  agreedAt,
  leftAt,
});

/** That the manager took a copy of what both share: both read it in the ledger; a report's stays unsaid (D11). */
export const exportRecord = (id: string, by: Role, at: string): ExportRecord | null =>
  by === 'manager' ? { type: 'export', id, by, at } : null;
