import { findDate, type DayOrder } from '../../../tab/src/importing/dates';
import { parseNotes } from '../../../tab/src/importing/parse';
import { planMeetings, type Reading } from '../../../tab/src/importing/plan';

export const people = { manager: 'Maya Adeyemi', report: 'Ravi Subramanian' } as const;
export const dating = (order: DayOrder | null = null, locale = 'en-GB') => ({
  today: '2026-11-21',
  locale,
  order,
});
export const reading: Reading = { people, dating: dating() };
export const plan = (text: string, by = reading) => planMeetings(parseNotes(text).pieces, by);
export const day = (text: string, order: DayOrder | null = null, locale = 'en-GB') =>
  findDate(text, dating(order, locale))?.day;
