import { asksAfter } from '@rapport/domain/checkIn';
import { queryPrice } from '../meter/prices';
import { costOf, type ActionName, type Measured } from './actions';
import { GB, PRICES, ruDollars } from './dollars';

/** What one pair does in a year, besides its meetings. */
const HABITS = {
  /** Both open the chat tab this often around each meeting, and leave it open this long each time, in hours. */
  chatTabs: 4,
  hoursOpen: 0.1,
  personalApp: 4,
  history: 1,
  /** Pieces of feedback a month, both ways together. */
  feedback: 2,
};

export interface Year {
  readonly meetings: number;
  readonly ru: number;
  /** Kept at the end of the first year, in bytes. */
  readonly bytes: number;
  /** Of RU and of what is stored on average. */
  readonly dollars: number;
}

/** A year of one pair that meets so often. */
export function yearOf(measured: Measured, meetings: number): Year {
  const cost = (name: ActionName): number => costOf(measured, name);
  const checkIns = Array.from({ length: meetings }, (_, index) => index + 1).filter(asksAfter);
  const around =
    cost('prepare a meeting (11 lines)') +
    cost('a meeting: 2 panels, 40 edits, 30 minutes') +
    cost('finish the meeting') +
    HABITS.chatTabs * cost('open the chat tab') +
    HABITS.chatTabs * HABITS.hoursOpen * cost('an hour of the chat tab, nobody writes') +
    HABITS.personalApp * cost('open the personal app') +
    HABITS.history * cost('browse the history, open one meeting');
  const ru =
    cost('set up a series and join it') +
    meetings * around +
    checkIns.length * cost('a check-in by both') +
    12 * HABITS.feedback * cost('feedback: written, sent, read, answered');
  const bytes = [...measured.kept.values()].reduce((sum, kept) => sum + kept * meetings, 0);
  const dollars = ruDollars(ru) + (bytes / 2 / GB) * PRICES.perGbMonth * 12;
  return { meetings, ru, bytes, dollars };
}

/** What the sweep of leftovers asks a serverless account every minute of a year, whoever is there. */
export function idleYear(): number {
  const CONTAINERS = 2;
  return CONTAINERS * queryPrice([]) * 60 * 24 * 365;
}
