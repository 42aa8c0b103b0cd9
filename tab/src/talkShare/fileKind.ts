/** Why nothing can be read from a file, each with its own words on the screen. */
export type Trouble =
  'empty' | 'tooLarge' | 'word' | 'subtitles' | 'other' | 'noSpeakers' | 'noSpeech' | 'damaged';

/** More than a day of talking. */
export const LARGEST_BYTES = 5_000_000;

/** The words of a file, whichever of the Unicode encodings it is written in, marked or not. */
export function decode(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  // A file in UTF-16 begins with its mark, or with the W of its first word in two bytes.
  if ((first === 0xff && second === 0xfe) || (first === 0x57 && second === 0)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x57)) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  return new TextDecoder().decode(bytes);
}

/** What a file is that is no WebVTT, by what is in it and not by its name; null where it is one. */
export function troubleWith(bytes: Uint8Array, text: string): Trouble | null {
  if (text.trim() === '') return 'empty';
  // A zip, as every Word file of today is, or the older kind of one.
  if (startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'word';
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return null;
  return /^\s*(?:\d+\s*[\r\n]+)?\d+:\d\d:\d\d,\d{3}\s*-->/.test(text) ? 'subtitles' : 'other';
}

const startsWith = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[index] === byte);
