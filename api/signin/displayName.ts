import { chatAddress, personName } from '@rapport/domain/person.schema';
import type { JWTPayload } from 'jose';

const LENGTH = 120;
/** Shown for somebody whose directory gives no usable name. */
const NAMELESS = 'Somebody';

/** Controls and line breaks, and marks that turn the direction of what follows: with them a name could be
 *  made to read as another. Joiners stay, which some scripts need. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const NOT_A_NAME = /[\s\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** The name to show for a caller: the directory's, else the sign-in name. It decides nothing. */
export function displayName({ name, preferred_username: signInName }: JWTPayload): string {
  const usable = [name, signInName].map((claim) => personName.safeParse(tidied(claim)));
  return usable.find(({ success }) => success)?.data ?? NAMELESS;
}

/** Where a host opens a chat with the caller: the sign-in name, where the token says one. It decides nothing. */
export const chatAddressOf = ({ preferred_username: signInName }: JWTPayload): string | null =>
  chatAddress.safeParse(signInName).data ?? null;

/** Cut to what Rapport stores of a name; a character that the cut would halve goes as a whole. */
function tidied(claim: unknown): unknown {
  if (typeof claim !== 'string') return claim;
  const words = claim.replaceAll(NOT_A_NAME, ' ').trim();
  return words.slice(0, LENGTH).replace(/[\ud800-\udbff]$/, '');
}
