import * as z from 'zod/mini';
import { AGENDA_LINES, AGENDA_NAME_LENGTH } from './limits';
import { lineText } from './line.schema';
import { line, uuid } from './text.schema';
import { bankQuestionId } from './topic.schema';

/** An agenda that somebody keeps for their 1:1s (PRACTICE D4); only they read it. */
export const ownAgenda = z.strictObject({
  id: uuid,
  name: line(AGENDA_NAME_LENGTH),
  /** What becomes topics, in order. A question of the bank stays one, so that it is not asked too often. */
  lines: z
    .array(z.strictObject({ text: lineText, question: z.nullable(bankQuestionId) }))
    .check(z.minLength(1), z.maxLength(AGENDA_LINES)),
});

export const saveAgendaInput = z.omit(ownAgenda, { id: true });

export type OwnAgenda = z.infer<typeof ownAgenda>;
