import { words, type Pair } from './pair';

/** One thing that somebody does in a meeting. */
export interface Step {
  readonly person: string;
  readonly route: string;
  readonly do: () => Promise<unknown>;
}

/** Before the meeting: six topics of both, three promises, and a line on each one's own page. @returns the topics */
export async function prepare(
  pair: Pair,
  manager: string,
  report: string,
): Promise<readonly string[]> {
  const topics: string[] = [];
  for (let n = 0; n < 6; n += 1) {
    const by = n % 3 === 2 ? manager : report;
    topics.push(await pair.add(by, 'addTopic', { text: words(n) }));
  }
  for (let n = 0; n < 3; n += 1) {
    const owner = n % 2 === 0 ? 'manager' : 'report';
    await pair.add(report, 'addAction', { text: words(10 + n), owner, due: '2027-01-15' });
  }
  await pair.add(report, 'addPrivateTopic', { text: words(20) });
  await pair.add(manager, 'addPrivateNote', { text: words(21), topic: null });
  return topics;
}

/**
 * Forty edits by both: topics opened one after the other and ticked off, notes for both and for oneself,
 * wordings changed, promises made and kept, the end turned to.
 */
export function editsOf(
  pair: Pair,
  topics: readonly string[],
  number: number,
  manager: string,
  report: string,
): readonly Step[] {
  const step = (person: string, route: string, act: () => Promise<unknown>): Step => ({
    person,
    route,
    do: act,
  });
  const say = (person: string, route: string, body: object, line?: string): Step =>
    step(person, route, () => pair.say(person, route, body, line));
  const note = (person: string, route: string, topic: string | null, n: number): Step =>
    step(person, route, () => pair.add(person, route, { text: words(n), topic }));
  const promise = (person: string, owner: string, n: number): Step =>
    step(person, 'addAction', () =>
      pair.add(person, 'addAction', { text: words(n), owner, due: null }),
    );

  const steps: Step[] = [say(manager, 'startMeeting', { number, endsAt: null })];
  topics.forEach((topic, index) => {
    steps.push(
      say(report, 'openTopic', { number, topic }),
      note(report, 'addNote', topic, 30 + index),
      note(manager, 'addNote', topic, 40 + index),
      say(index % 2 === 0 ? report : manager, 'discussTopic', { discussed: true }, topic),
    );
    if (index % 2 === 0) steps.push(note(manager, 'addPrivateNote', topic, 50 + index));
    if (index % 2 === 1) steps.push(promise(report, 'report', 60 + index));
  });
  steps.push(
    note(report, 'addPrivateNote', null, 70),
    note(report, 'addNote', null, 71),
    say(manager, 'moveTopic', { after: null }, topics[5]),
    step(report, 'addTopic', () => pair.add(report, 'addTopic', { text: words(72) })),
    promise(manager, 'manager', 73),
    promise(manager, 'report', 74),
    say(manager, 'openTopic', { number, topic: null }),
    note(manager, 'addNote', null, 75),
    say(report, 'wrapUp', { number }),
  );
  return steps;
}
