import type { Role } from './person';

/** Somebody speaks, from one moment to another, in milliseconds from the beginning of a transcript. */
export interface Turn {
  /** As the transcript names them. */
  readonly speaker: string;
  readonly from: number;
  readonly to: number;
}

/** Who a speaker of a transcript is: one of the two, somebody else in the room, or nobody who counts. */
export type SpeakerIs = Role | 'else' | 'nobody';

/** Who had the floor, as far as a transcript says (PRACTICE A8). Times in milliseconds. */
export interface TalkTime {
  readonly manager: number;
  readonly report: number;
  readonly else: number;
  /** While both spoke at once: in the time of each. */
  readonly both: number;
  /** The report's part of what the two said, in whole per cent; null where neither said anything. */
  readonly share: number | null;
  /** The longest that each held the floor; for their own eyes. */
  readonly longest: Readonly<Record<Role, number>>;
}

/** A longer silence ends what somebody was saying. */
const BREATH_MS = 5000;

/** Adds up who spoke for how long. Silence counts for nobody; the order of the turns does not matter. */
export function measureTalk(
  turns: readonly Turn[],
  whoIs: (speaker: string) => SpeakerIs,
): TalkTime {
  const said = turns
    .map((turn) => ({ ...turn, who: whoIs(turn.speaker) }))
    .filter(({ who, from, to }) => who !== 'nobody' && to > from)
    .toSorted((a, b) => a.from - b.from || a.to - b.to || (a.who < b.who ? -1 : 1));
  const of = (...those: readonly SpeakerIs[]) =>
    lengthOf(said.filter(({ who }) => those.includes(who)));
  const [manager, report] = [of('manager'), of('report')];
  const both = manager + report - of('manager', 'report');
  const share = manager + report > 0 ? Math.round((100 * report) / (manager + report)) : null;
  return { manager, report, else: of('else'), both, share, longest: longestOf(said) };
}

/** Everybody the transcript names, and for how long they spoke; the most first. */
export function speakersOf(
  turns: readonly Turn[],
): readonly { readonly speaker: string; readonly ms: number }[] {
  const byName = new Map<string, Turn[]>();
  for (const turn of turns) {
    const theirs = byName.get(turn.speaker);
    if (theirs) theirs.push(turn);
    else byName.set(turn.speaker, [turn]);
  }
  return [...byName]
    .map(([speaker, theirs]) => ({
      speaker,
      ms: lengthOf(theirs.toSorted((a, b) => a.from - b.from)),
    }))
    .toSorted((a, b) => b.ms - a.ms || (a.speaker < b.speaker ? -1 : 1));
}

type Span = Pick<Turn, 'from' | 'to'>;

/** How long these are together, what overlaps counted once. @param spans by their beginning */
function lengthOf(spans: readonly Span[]): number {
  let [length, until] = [0, -Infinity];
  for (const { from, to } of spans) {
    length += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return length;
}

/** Turns of the same person, one after the other, are one: until somebody else speaks, or nobody for a while. */
function longestOf(
  said: readonly (Span & { readonly who: SpeakerIs })[],
): Readonly<Record<Role, number>> {
  const longest = { manager: 0, report: 0 };
  let speaking: SpeakerIs | null = null;
  let [length, until] = [0, -Infinity];
  for (const { who, from, to } of said) {
    if (who !== speaking || from - until > BREATH_MS) [length, until] = [0, -Infinity];
    speaking = who;
    length += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
    if (who === 'manager' || who === 'report') longest[who] = Math.max(longest[who], length);
  }
  return longest;
}
