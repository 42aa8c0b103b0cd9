/** Cues of an hour of lively talk: one every two seconds, as Teams writes them. */
const CUES = 1800;
const EVERY_MS = 2000;
/** As many words as a quick speaker says in so long (180 a minute), in two lines, one with a reference. */
const WORDS = ['so that is what', 'I meant by R&amp;D'];

/** An hour's transcript in bytes, always the same. */
export function writeHour(): Uint8Array {
  const cues = Array.from({ length: CUES }, (_, n) => {
    const [from, to] = [n * EVERY_MS, n * EVERY_MS + 1900];
    // Turns of one to seven cues.
    const speaker = (n * n) % 7 < 5 ? 'Subramanian, Ravi (EXT)' : 'Maya Adeyemi';
    const id = `1f0c6a52-7d0e-4c7b-9c3e-0a6f3f1f7a11/${n}-${n % 3}`;
    return `${id}\r\n${clock(from)} --> ${clock(to)}\r\n<v ${speaker}>${WORDS.join('\r\n')}</v>\r\n`;
  });
  return new TextEncoder().encode(`WEBVTT\r\n\r\n${cues.join('\r\n')}`);
}

const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 23);
