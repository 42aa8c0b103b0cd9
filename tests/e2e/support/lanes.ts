import { randomUUID } from 'node:crypto';
import type { Api, Asked } from './api';

/** One command, with what is where once it is done. */
export interface Step {
  readonly person: string;
  readonly route: string;
  readonly asked: Asked & { readonly key: string };
  readonly shows: { readonly list: 'topics' | 'onlyMe'; readonly text: string } | null;
  /** By how much it raises the version of what both share, and of the person's own page. */
  readonly head: number;
  readonly page: number;
}

/**
 * What one window of one person does with one topic, one command after the other. Every command changes
 * something, so that versions count how often each was carried out.
 */
export interface Lane {
  readonly person: string;
  readonly series: string;
  readonly topic: string;
  readonly steps: readonly Step[];
  /** How many were sent, and what those that were acknowledged were answered. */
  sent: number;
  readonly acknowledged: object[];
}

/** What a person does next: change the words, or take the topic away (back, where it is gone). */
export type Move = 'edit' | 'toggle';

interface Plan {
  readonly person: string;
  readonly series: string;
  readonly moves: readonly Move[];
  /** Begins with an "only me" topic, shared before the move of this number. */
  readonly sharedBefore?: number;
}

export function planLane({ person, series, moves, sharedBefore }: Plan): Lane {
  const topic = randomUUID();
  const steps: Step[] = [];
  let list: 'topics' | 'onlyMe' = sharedBefore === undefined ? 'topics' : 'onlyMe';
  let version: string = randomUUID();
  let words = 0;
  const inPath = { seriesId: series, lineId: topic };

  function push(verb: string, key: string, body: object, live: boolean): void {
    const shows = live ? { list, text: textOf(topic, words) } : null;
    const [head, page] = list === 'topics' ? [1, 0] : [0, 1];
    const route = `${verb}${list === 'topics' ? 'Topic' : 'PrivateTopic'}`;
    steps.push({ person, route, asked: { params: inPath, body, key }, shows, head, page });
  }
  function share(): void {
    list = 'topics';
    const shows = { list, text: textOf(topic, words) };
    const asked = { params: inPath, body: {}, key: randomUUID() };
    // The page changes twice: on its way, and arrived.
    steps.push({ person, route: 'shareTopic', asked, shows, head: 1, page: 2 });
  }

  push('add', version, { id: topic, text: textOf(topic, words) }, true);
  let live = true;
  moves.forEach((move, index) => {
    const key = randomUUID();
    if (index === sharedBefore) share();
    // Only what stands can be shared: until then it does.
    const toggles = move === 'toggle' && index >= (sharedBefore ?? 0);
    if (live && toggles) {
      push('remove', key, { version }, false);
      live = false;
      return;
    }
    words += 1;
    const text = textOf(topic, words);
    push(live ? 'edit' : 'restore', key, live ? { text, version } : { text }, true);
    live = true;
    version = key;
  });
  return { person, series, topic, steps, sent: 0, acknowledged: [] };
}

/** Words that say which topic they belong to, so that a doubled one is found whatever its id is. */
const textOf = (topic: string, words: number): string => `${topic} wording ${words}`;

/**
 * Sends the lane's commands until one gets no answer.
 * @param onAcknowledged called at each acknowledgement
 */
export async function run(api: Api, lane: Lane, onAcknowledged: () => void): Promise<void> {
  for (const step of lane.steps) {
    lane.sent += 1;
    const answered = await carryOut(api, step).catch((error: unknown) => {
      if (error instanceof Refused) throw error;
      return null;
    });
    if (!answered) return;
    lane.acknowledged.push(answered);
    onAcknowledged();
  }
}

/** Sends one command, again with the same key while it is told to try again. */
export async function carryOut(api: Api, { person, route, asked }: Step): Promise<object> {
  for (;;) {
    const { status, json } = await api.send(person, route, asked);
    if (status < 300) return json as object;
    if (status !== 503) throw new Refused(`${route}: ${status} ${JSON.stringify(json)}`);
  }
}

/** The server answered, and said no: unlike no answer at all, a failure of the test. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
