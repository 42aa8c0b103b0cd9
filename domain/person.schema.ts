import * as z from 'zod/mini';
import { line, uuid } from './text.schema';

/** Who somebody is: directory (`tid`) and object (`oid`), `tid.oid` in lower case. Names never identify. */
export const personId = z.string().check(z.regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/));

/** A person's name as shown on screen; never used to decide who may do what. */
export const personName = line(120);

export const role = z.enum(['manager', 'report']);

/** Where a host opens a chat with somebody: their sign-in name, which decides nothing and may change. */
export const chatAddress = z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/), z.maxLength(254));

export const person = z.strictObject({
  id: personId,
  name: personName,
  /** Missing where their token did not say, or they have not signed in yet. */
  address: z.optional(chatAddress),
});

/** Somebody picked in the host's people picker, by the directory's object id; the directory is the caller's. */
export const pickedPerson = z.strictObject({ oid: uuid, name: personName });

export type PersonId = z.infer<typeof personId>;
export type Role = z.infer<typeof role>;
export type Person = z.infer<typeof person>;
export type PickedPerson = z.infer<typeof pickedPerson>;
