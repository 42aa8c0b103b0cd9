// Lengths and counts that screens and schemas share; free of zod, so that a screen costs no schema.

/** How long a topic, a note or a promise may be, in UTF-16 units: a line, not a letter. */
export const LINE_LENGTH = 500;

/** How long one piece of feedback, or an answer to it, may be, in UTF-16 units. */
export const FEEDBACK_LENGTH = 4000;

/** How long one may tell about oneself under one subject, in UTF-16 units. */
export const ANSWER_LENGTH = 1000;

/** How long a manager's introduction may be, in UTF-16 units. */
export const INTRODUCTION_LENGTH = 2000;
