/**
 * The words of a file as programs on Windows and elsewhere write them: UTF-8, UTF-16 with its mark, and what is neither
 * as Windows-1252 (WHATWG Encoding). What is no text has a NUL in it afterwards, and is refused for that.
 */
export function decodeNotes(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Thrown for nothing else than what is no UTF-8.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const PICTURE = /data:image\/[\w.+-]+;base64,[\w+/=]+/g;

/** The notes without the pictures that stand in them as text, a word processor's way: nobody reads those. */
export const withoutPictures = (text: string): string => text.replaceAll(PICTURE, 'data:image');
