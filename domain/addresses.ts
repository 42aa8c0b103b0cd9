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
/** What stands around an address in a list, a sheet or a sentence, and is none of it. */
const AROUND = /^[\s"'‘’“”„«»(){}[\]<>•·‣*–—:.-]+|[\s"'‘’“”„«»(){}[\]<>•·‣*–—:.-]+$/gu;
/** As keyboards for Chinese and Japanese write them. */
const WIDE: Readonly<Record<string, string>> = {
  '＠': '@',
  '，': ',',
  '、': ',',
  '；': ';',
  '＜': '<',
  '＞': '>',
};

/**
 * Reads addresses out of a text as people paste it: one a line or between commas and semicolons, alone, as
 * `Name <mail>`, or among other words of a list or a sheet. Every part of it comes back once: as what addresses are
 * in it, or with why not. Case makes no other address.
 */
export function parseAddresses(text: string): {
  readonly found: readonly PastedAddress[];
  readonly unusable: readonly Unusable[];
} {
  const found = new Map<string, PastedAddress>();
  const unusable: Unusable[] = [];
  for (const part of partsOf(text.replaceAll(/[＠，、；＜＞]/gu, (sign) => WIDE[sign] ?? sign))) {
    const inIt = addressesIn(part);
    if (inIt.length === 0) unusable.push({ text: part.slice(0, SHOWN), why: 'noAddress' });
    for (const one of inIt) {
      const key = one.address.toLowerCase();
      const said = inIt.length > 1 ? one.address : part;
      if (found.has(key)) unusable.push({ text: said.slice(0, SHOWN), why: 'twice' });
      else found.set(key, one);
    }
  }
  return { found: [...found.values()], unusable };
}

function addressesIn(part: string): PastedAddress[] {
  const [, name = '', inside] = NAMED.exec(part) ?? [];
  const whole = bare(inside ?? part);
  if (isAddress(whole)) return [{ address: whole, name: name.replaceAll('"', '').trim() || null }];
  const words = part.split(/[\s<>]+/u).map(bare);
  return words.filter(isAddress).map((address) => ({ address, name: null }));
}

const bare = (text: string): string => text.replaceAll(AROUND, '').replace(/^mailto:/i, '');

const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);

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
