import * as z from 'zod/mini';
import { ANSWER_LENGTH } from './limits';
import { line, lineText } from './line.schema';
import { role } from './person.schema';
import { instant, prose, uuid } from './text.schema';
import { filledIntroduction } from './series.schema';
import { subject } from './subject.schema';

const answerText = prose(ANSWER_LENGTH).check(z.minLength(1));

/** Words that stood here before, and since when. */
const earlier = z.strictObject({ text: answerText, at: instant });

/** What one of the two says about themselves. */
export const answer = z.strictObject({
  subject,
  by: role,
  text: answerText,
  at: instant,
  /** The newest first. */
  earlier: z.array(earlier),
});

/** What stays of a removed line: no words. */
const removedValue = z.extend(z.omit(line, { text: true }), { removed: z.literal(true) });

/** What both read about each other, and what they care about together: a document of its own. */
export const aboutUs = z.strictObject({
  answers: z.array(answer),
  values: z.array(z.union([line, removedValue])),
  /** Introductions that stood before the present one, the newest first. */
  introductions: z.array(z.strictObject({ text: filledIntroduction, until: instant })),
});

/** One subject as somebody sees it who may answer it by now. */
const openSubject = z.strictObject({
  subject,
  /** In which of the first meetings it has its place. */
  meeting: z.int(),
  /** What the reader did with it. */
  mine: z.enum(['open', 'answered', 'skipped']),
});

export const aboutUsView = z.strictObject({
  subjects: z.array(openSubject),
  answers: z.array(answer),
  values: z.array(line),
  introductions: aboutUs.shape.introductions,
});

export type Answer = z.infer<typeof answer>;
export type AboutUs = z.infer<typeof aboutUs>;
export type AboutUsView = z.infer<typeof aboutUsView>;

/** `null`: skipped, or taken back with all earlier words. */
export const answerInput = z.strictObject({ text: z.nullable(answerText) });
export const addValueInput = z.strictObject({ id: uuid, text: lineText });
