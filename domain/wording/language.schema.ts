import * as z from 'zod/mini';

/**
 * A pattern over the words of one sentence. Words stand as they are, in lower case, with their short forms
 * written out ("you are"); `,` stands apart, like a word. Besides: `{name}` is any word of a list, `~2` is up to
 * two words that begin no new thought, `^` is the beginning of a sentence and `$` its end, `( | )` and `?` are as
 * in a regular expression, and `<…>` is the part to point at, where that is not the whole.
 */
const pattern = z.string().check(z.regex(/^(?:[^[\]\\*+.A-Z{}]|\{(?:[*#?]|[a-zA-Z]+)\})+$/));
const patterns = z.array(pattern);

const cue = z.strictObject({
  find: patterns,
  /** What may not stand right before it. */
  notAfter: z.optional(patterns),
  /** What may not stand right after it. */
  notBefore: z.optional(patterns),
  /** What may not stand anywhere in the sentence. */
  notWith: z.optional(patterns),
});
const cues = z.array(cue);

/** A part of a feedback: what shows that it is there, and what leaves it open whether it is. */
const part = z.strictObject({ there: cues, perhaps: cues });

/** The rules of one language: what the wording check and the hint about status updates know of it. */
export const language = z.strictObject({
  /** Short words that fill every text of this language: without enough of them it is another one. */
  common: z.array(z.string()),
  /** Short forms and what they stand for, e.g. "n't" for " not"; the first that fits counts. */
  short: z.array(z.tuple([z.string(), z.string()])),
  /** Abbreviations whose full stop ends no sentence. */
  abbreviations: z.array(z.string()),
  /** Words that begin a new thought: no gap (`~2`) reaches over them. */
  stops: z.array(z.string()),
  lists: z.record(z.string(), z.array(z.string())),
  findings: z.strictObject({ person: cues, motive: cues, absolute: cues }),
  parts: z.strictObject({ situation: part, impact: part, alternative: part }),
  about: z.strictObject({ task: cues, behaviour: cues }),
  status: z.strictObject({ reports: cues, talks: cues }),
});

export type LanguageRules = z.infer<typeof language>;
export type CueRules = z.infer<typeof cue>;
