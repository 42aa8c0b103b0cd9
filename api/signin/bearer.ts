import { SignInRefused } from './refusal';

/** Entra's tokens for an api are 1 to 3 kB; a larger one is not worth decoding. */
const TOKEN_BYTES = 8 * 1024;

/**
 * The token of an Authorization header: one Bearer credential (RFC 9110, section 11.4), each of its parts in
 * the one base64url spelling (RFC 4648, section 3.5). How many parts there have to be, jose knows.
 * @throws SignInRefused
 */
export function readBearer(header: string | null): string {
  const text = header?.trim() ?? '';
  if (text === '') throw new SignInRefused('token.missing');
  if (text.length > TOKEN_BYTES) throw new SignInRefused('token.tooLarge');
  // Several Authorization headers arrive as one, joined by commas, which no token contains.
  const token = /^Bearer +([^\s,]+)$/i.exec(text)?.[1];
  if (token === undefined) throw new SignInRefused('token.scheme');
  if (!token.split('.').every(isBase64url)) throw new SignInRefused('token.malformed');
  return token;
}

/** Decoders forgive padding, other alphabets and stray bits; a token has one spelling only. */
const isBase64url = (part: string): boolean =>
  part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part;
