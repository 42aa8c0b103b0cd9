import { measureTalk, speakersOf } from '@rapport/domain/talkTime';
import { readTranscript } from '../../tab/src/talkShare/readTranscript';
import type { Benchmark } from '../benchmark';
import { race } from '../timing/race';
import { writeHour } from './hour';

const ROUNDS = 15;
const AT_MOST_MS = 100;

/** How long the page stands still for a transcript that is dropped on it (PRACTICE A8). */
export const transcript: Benchmark = {
  name: 'transcript',
  question: 'How long does it take to read who speaks when in an hour, against reading its bytes?',
  async run() {
    const hour = writeHour();
    const lines = JSON.stringify(new TextDecoder().decode(hour).split('\n'));
    const outcomes = await race(
      [
        { name: 'its bytes as text, its lines as JSON', run: () => floor(hour, lines) },
        { name: 'who speaks when', run: () => turnsOf(hour) },
        { name: '… and whose share that is', run: () => measure(hour) },
      ],
      ROUNDS,
      3,
    );
    const whole = outcomes.at(-1);
    return {
      tables: [
        {
          title: `An hour: ${turnsOf(hour).length} cues, ${Math.round(hour.length / 1000)} kB`,
          columns: ['what', 'milliseconds', '10 %', '90 %', 'x floor'],
          rows: outcomes.map(({ name, median, low, high, ratio }) => [
            name,
            median / 1000,
            low / 1000,
            high / 1000,
            ratio,
          ]),
        },
      ],
      aims: [
        {
          what: 'An hour is measured',
          measured: (whole?.median ?? Infinity) / 1000,
          atMost: AT_MOST_MS,
          unit: 'ms',
        },
      ],
      notes: [
        'Each round runs all of them in turn; the ratio is the median of the rounds. Times are of this machine, ' +
          'now, and say nothing elsewhere.',
      ],
    };
  },
};

/** What nobody reads a file without, and what reading as much by a parser in the engine takes. */
const floor = (hour: Uint8Array, lines: string): unknown => [
  new TextDecoder().decode(hour).length,
  JSON.parse(lines),
];

function turnsOf(hour: Uint8Array) {
  const read = readTranscript(hour);
  if (typeof read === 'string') throw new Error(`the hour is no transcript: ${read}`);
  return read.turns;
}

function measure(hour: Uint8Array): unknown {
  const turns = turnsOf(hour);
  const [first] = speakersOf(turns);
  return measureTalk(turns, (speaker) => (speaker === first?.speaker ? 'report' : 'manager'));
}
