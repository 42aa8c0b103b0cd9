/**
 * Names of documents as Cosmos DB can hold them. Its ids forbid `/ \ ? #`, travel in an address (where `%`,
 * `.` and `..` mean something of their own), and are ordered by who knows which rule once they leave ASCII.
 * So a byte of the name's UTF-8 that is none of `- . 0-9 A-Z _ a-z` is written as the nearest smaller one of
 * these, `~`, and its two hex digits; below `-`, where there is none, as `!` and its digits. `~` sorts after
 * every character that a byte can begin with, so the order of the encoded names, character by character, is
 * that of the names' UTF-8, which is how SQLite orders them too. Ids that we make stay as they are.
 */
export function encodeName(name: string): string {
  if (name === '.') return encodeLastDot('');
  if (name === '..') return encodeLastDot('.');
  return [...Buffer.from(name)].map((byte) => CODES[byte]).join('');
}

/** The name that was encoded; only ever given what `encodeName` made. */
export const decodeName = (encoded: string): string =>
  Buffer.from(
    encoded.replaceAll(ESCAPED, (_, low?: string, high?: string) =>
      String.fromCharCode(Number.parseInt(low ?? high ?? '', 16)),
    ),
    'latin1',
  ).toString();

/** Between two names, sorting before every character of an encoded one. */
export const SEPARATOR = ' ';
/** Sorts after the separator and before every character of an encoded name. */
export const AFTER_SEPARATOR = '"';

const PLAIN = /[-.\w]/;
const ESCAPED = /!([0-9a-f]{2})|[-.\w]~([0-9a-f]{2})/g;

/** The code of each byte: none begins another, and they sort as the bytes do. */
const CODES = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (byte < 128 && PLAIN.test(character)) return character;
  const hex = byte.toString(16).padStart(2, '0');
  const below = nearestPlain(byte);
  return below === undefined ? `!${hex}` : `${below}~${hex}`;
});

function nearestPlain(byte: number): string | undefined {
  for (let below = Math.min(byte, 128) - 1; below >= 0; below -= 1) {
    const character = String.fromCharCode(below);
    if (PLAIN.test(character)) return character;
  }
  return undefined;
}

/** An address takes `.` and `..` for steps (RFC 3986, 5.2.4). `-` comes right before `.`: the order stays. */
const encodeLastDot = (before: string): string => `${before}-~2e`;
