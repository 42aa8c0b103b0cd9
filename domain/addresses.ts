/** One address as it was pasted; the name beside it only helps whoever reads the list. */
export interface PastedAddress {
  readonly address: string;
  readonly name: string | null;
}

/** What in a pasted text is no address to go on with, as it stands there. */
export interface Unusable {
  readonly text: string;
  readonly why: 'noAddress' | 'twice';
}

/** Enough for any team, few enough to be looked through. */
export const ADDRESSES_AT_ONCE = 50;

const ADDRESS = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(?:\.[^\s@<>"(),:;[\]\\.]+)+$/u;
/** `Name <mail>`; quotes around the name belong to the form, not to the name (RFC 5322, 3.4). */
const NAMED = /^(.*?)\s*<([^<>]*)>$/u;
const SHOWN = 120;

/**
 * Reads addresses out of a text as people paste it: one a line or between commas and semicolons, alone or as
 * `Name <mail>`. Every part of it comes back once: as an address, or with why not. Case makes no other address.
 */
export function parseAddresses(text: string): {
  readonly found: readonly PastedAddress[];
  readonly unusable: readonly Unusable[];
} {
  const found = new Map<string, PastedAddress>();
  const unusable: Unusable[] = [];
  for (const part of partsOf(text)) {
    const [, name = '', inside] = NAMED.exec(part) ?? [];
    const address = (inside ?? part).trim().replace(/^mailto:/i, '');
    const called = name.replaceAll('"', '').trim();
    const key = address.toLowerCase();
    if (address.length > 254 || !ADDRESS.test(address)) {
      unusable.push({ text: part.slice(0, SHOWN), why: 'noAddress' });
    } else if (found.has(key)) {
      unusable.push({ text: part.slice(0, SHOWN), why: 'twice' });
    } else found.set(key, { address, name: called || null });
  }
  return { found: [...found.values()], unusable };
}

/** Cut at line breaks, semicolons and commas, but not inside quotes: `"Hoffmann, Lena" <lena@…>` is one. */
const partsOf = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => cut(line, /(?:"[^"]*"|[^;"]|")+/gu))
    .flatMap((part) => joinedNames(cut(part, /(?:"[^"]*"|[^,"]|")+/gu)));

const cut = (text: string, parts: RegExp): string[] =>
  (text.match(parts) ?? []).map((part) => part.trim()).filter(Boolean);

/** Outlook copies `Hoffmann, Lena <lena@…>` without quotes: a part before a named one is its family name. */
function joinedNames(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const family =
      before !== undefined && !before.includes('@') && /^\p{L}[\p{L}\s'’-]*$/u.test(before);
    if (family && NAMED.test(part) && !part.startsWith('<'))
      joined.splice(-1, 1, `${before}, ${part}`);
    else joined.push(part);
  }
  return joined;
}
