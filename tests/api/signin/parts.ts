/** The three parts of a token. */
export function partsOf(token: string): [header: string, payload: string, signature: string] {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return [header, payload, signature];
}

export const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/** The payload of a token as text. */
export const payloadOf = (token: string): string =>
  Buffer.from(partsOf(token)[1], 'base64url').toString();
