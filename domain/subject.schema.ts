import * as z from 'zod/mini';

/** What the two tell each other about themselves in the first three meetings (PRACTICE A4). */
export const subject = z.enum([
  'like',
  'joined',
  'feedback',
  'annoys',
  'environment',
  'needs',
  'career',
]);

export type Subject = z.infer<typeof subject>;
