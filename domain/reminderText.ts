import type { ReminderKind } from './reminder.schema';

/**
 * What a notification of each kind says, in English, as the package has it for Teams; the same for both people, whatever waits for whom, so that
 * whoever sees it over a shoulder learns nothing (PRACTICE B6, D8).
 */
export const REMINDER_TEXT: Readonly<Record<ReminderKind, string>> = {
  invitation: 'You are invited to a 1:1',
  beforeMeeting: 'Your 1:1 is coming up',
  afterMeeting: 'A few minutes for your last 1:1?',
  gap: 'Your 1:1 has not taken place for a while',
};
