import * as z from 'zod/mini';

const LINKS = /^(?:https:\/\/\S+|tel:\+?[\d -]+|mailto:\S+@\S+)$/;

/** One place where somebody finds help: a doctor's service, counselling, whom to turn to (PRACTICE B6, C3). */
export const supportResource = z.strictObject({
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  text: z.string().check(z.maxLength(500)),
  /** `https:`, `tel:` or `mailto:`; null: only words. */
  link: z.nullable(z.string().check(z.regex(LINKS), z.maxLength(500))),
});

/** By language (BCP 47, e.g. `en`, `pt-BR`), the one for everybody else first. */
export const supportResources = z.record(
  z.string().check(z.regex(/^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/)),
  z.array(supportResource).check(z.minLength(1), z.maxLength(20)),
);

export type SupportResource = z.infer<typeof supportResource>;
export type SupportResources = z.infer<typeof supportResources>;
