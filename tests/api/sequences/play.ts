import { sweepEffects } from '@rapport/api/effects/runEffects';
import { StorageUnavailable } from '@rapport/api/ports/storage';
import type { SeriesView } from '@rapport/domain/series';
import type { Faulty } from '../cosmos/faults';
import { mortal } from '../crashes/crash';
import { allSeenBy, everythingIn, MEETING_CHAT, type Standing } from '../support/everything';
import { startBody } from '../support/story';
import type { World } from '../support/world';
import { answerOf, askOn, type Answer } from './client';
import { commandFor, createIds, type Asked, type Shown, type Step } from './steps';

/** One command of a sequence, when it was given, and what the api said. */
export interface Said extends Asked {
  readonly at: string;
  readonly again: boolean;
  readonly answer: Answer;
}

export interface Sequence {
  /** Whether the report joins by name, or out of a meeting's chat. */
  readonly byName: boolean;
  readonly steps: readonly Step[];
  /** Who leaves in the end, if anybody. */
  readonly leaves: 'maya' | 'ravi' | null;
}

/** Plays a sequence, each command chosen from what its person's device shows. @returns all that was said */
export async function playFromScreens(world: World, sequence: Sequence): Promise<Said[]> {
  const id = createIds();
  const said: Said[] = [];
  const seriesId = id();
  const params = { seriesId };
  async function say(asked: Omit<Asked, 'sending'> & { sending: object }, again = false) {
    const sending = { key: id(), ...asked.sending };
    const one = { ...asked, sending, again, at: world.clock.now().toISOString() };
    const [answer] = await sayAgain(world, one);
    if (answer) said.push({ ...one, answer });
    return answer;
  }
  const seen = async (who: string): Promise<Shown> => {
    const { reply } = await askOn(world, who, 'getSeries', { params });
    const list = await askOn(world, who, 'listFeedback', { params });
    const given = list.reply.json.feedback as { id: string }[];
    const view = reply.json as SeriesView;
    return { view, given: given.map((one) => one.id), now: world.clock.now() };
  };

  const terms = { terms: 1, agree: true };
  const body = { ...startBody(world), id: seriesId, ...(sequence.byName ? {} : { report: null }) };
  await say({ who: 'maya', route: 'startSeries', sending: { body } }, true);
  if (!sequence.byName) {
    await say({ who: 'maya', route: 'bindChat', sending: { params, body: MEETING_CHAT } });
    const key = id();
    await say({ who: 'ravi', route: 'askToJoin', sending: { body: MEETING_CHAT, key } }, true);
    const answering = { params: { ...params, requestId: key }, body: { confirm: true } };
    await say({ who: 'maya', route: 'answerJoinRequest', sending: answering }, true);
  }
  await say({ who: 'ravi', route: 'acceptInvitation', sending: { params, body: terms } }, true);
  for (const step of sequence.steps) {
    world.clock.moveTo(new Date(world.clock.now().getTime() + step.seconds * 1000));
    const command = commandFor(step, await seen(step.who), id);
    if (command) await say(command, step.again);
  }
  const { leaves: who } = sequence;
  if (who) await say({ who, route: 'leaveSeries', sending: { params } }, true);
  return said;
}

/** What came of one command on another store. */
export interface Came {
  readonly answers: readonly Answer[];
  /** How many requests it took, with all that it brought about. */
  readonly requests: number;
}

/** The same commands at the same times, on another store. */
export async function playAgain(
  world: World,
  said: readonly Said[],
  { counted }: Pick<Faulty, 'counted'>,
): Promise<Came[]> {
  const came: Came[] = [];
  for (const one of said) {
    world.clock.moveTo(new Date(one.at));
    const { result, requests } = await counted(() => sayAgain(world, one));
    came.push({ answers: result, requests: requests() });
  }
  return came;
}

/** One command, and where its answer got lost, the same once more. */
async function sayAgain(world: World, one: Omit<Said, 'answer'>): Promise<Answer[]> {
  const life = mortal(world);
  const answers: Answer[] = [];
  for (let times = one.again ? 2 : 1; times > 0; times -= 1) {
    answers.push(answerOf((await askOn(world, one.who, one.route, one.sending)).reply));
  }
  // A request to join is put before the manager after its answer.
  await life.end();
  return answers;
}

export interface End {
  readonly seen: Record<string, unknown>;
  readonly stored: readonly Standing[];
}

const HOUR = 60 * 60 * 1000;

const MINUTES = 10;

/** The timer comes by each minute: one that met a store that was away is followed by the next. */
async function swept(world: World): Promise<void> {
  for (let left = MINUTES; ; left -= 1) {
    try {
      await sweepEffects(world.composed.services);
      return;
    } catch (error) {
      if (!(error instanceof StorageUnavailable) || left === 1) throw error;
    }
  }
}

/** What stands once the timer came by. */
export async function endOf(world: World, said: readonly Said[]): Promise<End> {
  const last = Date.parse(said.at(-1)?.at ?? '');
  // The second time does what had to wait for the first.
  for (const later of [HOUR, 2 * HOUR]) {
    world.clock.moveTo(new Date(last + later));
    await swept(world);
  }
  const series = [...new Set(said.map(({ sending }) => sending.params?.['seriesId'] ?? ''))];
  const ids = series.filter((id) => id !== '');
  return {
    seen: await allSeenBy(world, ['maya', 'ravi'], ids),
    stored: await everythingIn(world),
  };
}
