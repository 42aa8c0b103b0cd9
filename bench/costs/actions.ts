import { openHouse, type House } from '../house/house';
import { prepare } from '../house/meeting';
import { joinPair, words } from '../house/pair';
import { createPanel } from '../house/panel';
import { sumOf, type Charge, type Place } from '../meter/tally';
import { recordMeeting, together, type Recorded } from './recorded';

/** What people do, and everything it was charged. */
export type ActionName =
  | 'set up a series and join it'
  | 'prepare a meeting (11 lines)'
  | 'open the panel'
  | 'the same, its socket open: all read again'
  | 'the same, in an api that has just started'
  | 'read the agenda again, nothing newer (304)'
  | 'look at everything again'
  | 'open the chat tab'
  | 'an hour of the chat tab, nobody writes'
  | 'open the personal app'
  | 'a meeting: 2 panels, 40 edits, 30 minutes'
  | 'finish the meeting'
  | 'a check-in by both'
  | 'feedback: written, sent, read, answered'
  | 'browse the history, open one meeting';

export interface Measured {
  readonly actions: ReadonlyMap<ActionName, readonly Charge[]>;
  readonly meeting: Recorded;
  /** Bytes that stay behind of one whole meeting, by where they lie. */
  readonly kept: ReadonlyMap<Place, number>;
}

export const MANAGER = 'maya';
export const REPORT = 'ravi';
const HOUR = 60 * 60_000;

let once: Promise<Measured> | null = null;
/** Runs when it is first asked for: several benchmarks stand on the same numbers. */
export const measureActions = (): Promise<Measured> => (once ??= run());

/** What an action costs a serverless account, in RU: its keys too, and what goes by itself later. */
export function costOf({ actions }: Pick<Measured, 'actions'>, name: ActionName): number {
  return sumOf(actions.get(name) ?? []);
}

async function run(): Promise<Measured> {
  const house = await openHouse();
  try {
    return await story(house);
  } finally {
    await house.close();
  }
}

async function story(house: House): Promise<Measured> {
  const actions = new Map<ActionName, readonly Charge[]>();
  async function measure<T>(name: ActionName, act: () => Promise<T>): Promise<T> {
    const from = house.tally.charges().length;
    const result = await act();
    actions.set(name, house.tally.charges(from));
    return result;
  }

  const pair = await measure('set up a series and join it', () => joinPair(house, MANAGER, REPORT));
  const { seriesId, say, add } = pair;
  const beforeMeeting = house.tally.charges().length;
  const topics = await measure('prepare a meeting (11 lines)', () =>
    prepare(pair, MANAGER, REPORT),
  );

  const opened = (screen: 'panel' | 'chat') =>
    createPanel(house, REPORT, MANAGER, seriesId, screen);
  await measure('open the panel', () => opened('panel').open());
  const panel = opened('panel');
  await measure('the same, its socket open: all read again', async () => {
    await panel.open();
    await panel.connected();
  });
  house.forgetKeys();
  await measure('the same, in an api that has just started', () => opened('panel').open());
  await measure('read the agenda again, nothing newer (304)', () => panel.look());
  await measure('look at everything again', () => panel.nudged(null));
  const tab = opened('chat');
  await measure('open the chat tab', async () => {
    await tab.open();
    await tab.connected();
  });
  await measure('an hour of the chat tab, nobody writes', () => tab.passTo(HOUR));
  await measure('open the personal app', () => house.ask(MANAGER, 'getHome'));

  const meeting = await recordMeeting(house, pair, topics, [MANAGER, REPORT]);
  const whole = together([meeting.opened, meeting.polled, ...meeting.edits]);
  actions.set('a meeting: 2 panels, 40 edits, 30 minutes', whole.charges);
  await measure('finish the meeting', () =>
    say(MANAGER, 'finishMeeting', { number: 1, nextAt: null }),
  );
  const kept = keptBytes(house.tally.charges(beforeMeeting));

  await measure('a check-in by both', async () => {
    for (const person of [MANAGER, REPORT]) {
      await say(person, 'addCheckIn', { meeting: 1, worth: 4, heard: 5, share: 65 });
      await house.ask(person, 'getCheckIn', { params: { seriesId, number: '1' } });
    }
  });
  await measure('feedback: written, sent, read, answered', async () => {
    const text = `${words(80)} ${words(82)}`;
    const id = await add(MANAGER, 'addPrivateFeedback', { text, kind: 'praise' });
    const at = house.clock.now().toISOString();
    await say(MANAGER, 'giveFeedback', { delivery: { how: 'send', at } }, id);
    await house.ask(REPORT, 'listFeedback', { params: { seriesId } });
    await say(REPORT, 'openFeedback', {}, id);
    await say(REPORT, 'answerFeedback', { kind: 'willTry', words: words(81) }, id);
    await say(REPORT, 'closeFeedback', {}, id);
  });
  await measure('browse the history, open one meeting', async () => {
    await house.ask(REPORT, 'listMeetings', { params: { seriesId } });
    await house.ask(REPORT, 'getMeeting', { params: { seriesId, number: '1' } });
  });
  return { actions, meeting, kept };
}

/** What goes by itself within days; the rest of what expires stays for months (PRACTICE D5). */
const SOON = new Set(['applied', 'arrived']);

/** What was made, without what was removed or soon goes by itself. */
function keptBytes(charges: readonly Charge[]): ReadonlyMap<Place, number> {
  const kept = new Map<Place, number>();
  for (const { place, what, kind, bytes } of charges) {
    const goes = what === 'delete' || (what === 'expire' && SOON.has(kind));
    const sign = what === 'create' ? 1 : goes ? -1 : 0;
    kept.set(place, (kept.get(place) ?? 0) + sign * bytes);
  }
  return kept;
}
