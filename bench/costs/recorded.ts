import type { House } from '../house/house';
import { createLive } from '../house/live';
import { editsOf } from '../house/meeting';
import type { Pair } from '../house/pair';
import type { Charge } from '../meter/tally';

/** One edit of the recorded meeting: what it was charged, and what the head then held. */
export interface Edit {
  readonly route: string;
  /** On the page of one of them, not on what both share. */
  readonly own: boolean;
  /** What it wrote, and what all panels read because of it. */
  readonly charges: readonly Charge[];
  readonly requests: number;
  readonly head: HeadSizes;
}

/** Bytes of JSON. */
export interface HeadSizes {
  readonly whole: number;
  /** Topics, notes and promises. */
  readonly agenda: number;
  readonly lines: readonly number[];
}

export interface Recorded {
  readonly edits: readonly Edit[];
  /** Both panels opened, their sockets too. */
  readonly opened: Span;
  /** What they polled between the edits. */
  readonly polled: Span;
  /** Processor time of one request on this machine, in milliseconds. */
  readonly cpuMs: number;
}

/** What happened in a while. */
export interface Span {
  readonly charges: readonly Charge[];
  readonly requests: number;
}

const MINUTE = 60_000;
/** Forty edits in thirty minutes. */
const BETWEEN_EDITS = (30 * MINUTE) / 40;

/** A meeting with forty edits by both, their panels open. */
export async function recordMeeting(
  house: House,
  pair: Pair,
  topics: readonly string[],
  people: readonly [string, string],
): Promise<Recorded> {
  const live = createLive(house, pair, people, 'panel');
  const edits: Edit[] = [];
  const polls: Span[] = [];
  let cpu = 0;
  async function during(act: () => Promise<void>): Promise<Span> {
    const from = house.tally.charges().length;
    const asked = house.asked();
    const start = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(start);
    cpu += (user + system) / 1000;
    return { charges: house.tally.charges(from), requests: house.asked() - asked };
  }
  const opened = await during(live.open);
  for (const step of editsOf(pair, topics, 1, ...people)) {
    polls.push(await during(() => live.wait(BETWEEN_EDITS)));
    const span = await during(() => live.step(step));
    const own = step.route.includes('Private');
    edits.push({ route: step.route, own, ...span, head: await sizesOf(house, pair) });
  }
  const polled = together(polls);
  const { requests } = together([opened, polled, ...edits]);
  return { edits, opened, polled, cpuMs: cpu / requests };
}

export const together = (spans: readonly Span[]): Span => ({
  charges: spans.flatMap(({ charges }) => charges),
  requests: spans.reduce((sum, { requests }) => sum + requests, 0),
});

/** Read past the meter's windows: it is the recording that looks, not the product. */
async function sizesOf({ services }: House, { seriesId }: Pair): Promise<HeadSizes> {
  const where = { container: 'series', key: seriesId } as const;
  const head = await services.documents.read<Record<string, readonly unknown[]>>(where, 'head');
  if (!head) throw new Error('the series has no head');
  const { topics = [], notes = [], actions = [] } = head.value;
  const lines = [...topics, ...notes, ...actions].map(bytesOf);
  return { whole: bytesOf(head.value), agenda: bytesOf({ topics, notes, actions }), lines };
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
