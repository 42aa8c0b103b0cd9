import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openHouse, type House } from '@rapport/bench/house/house';
import { createLive } from '@rapport/bench/house/live';
import { joinPair, type Pair } from '@rapport/bench/house/pair';
import { createPanel } from '@rapport/bench/house/panel';
import { sumOf, type Charge } from '@rapport/bench/meter/tally';

let house: House;
let pair: Pair;
beforeEach(async () => {
  house = await openHouse();
  pair = await joinPair(house, 'maya', 'ravi');
  await pair.add('ravi', 'addTopic', { text: 'The on-call plan' });
});
afterEach(() => house.close());

async function charged(act: () => Promise<unknown>): Promise<readonly Charge[]> {
  const from = house.tally.charges().length;
  await act();
  return house.tally.charges(from);
}
const named = (charges: readonly Charge[]): string[] =>
  charges.map(({ what, kind }) => `${what} ${kind}`).toSorted();
const panel = () => createPanel(house, 'ravi', 'maya', pair.seriesId, 'panel');

describe('what the api asks of its store', () => {
  test('for the panel: four point reads, however many meetings there were', async () => {
    const first = await charged(() => panel().open());
    expect(named(first)).toEqual(['read chat', 'read no page', 'read series', 'read series']);
    expect(sumOf(first)).toBeLessThanOrEqual(6);
    for (let number = 1; number <= 25; number += 1) {
      await pair.say('maya', 'startMeeting', { number, endsAt: null });
      await pair.say('maya', 'finishMeeting', { number, nextAt: null });
    }
    const later = await charged(() => panel().open());
    expect(named(later)).toEqual(named(first));
    expect(sumOf(later)).toBeCloseTo(sumOf(first), 0);
  });

  test('for a panel that knows it all: the two documents of its view', async () => {
    const open = panel();
    await open.open();
    const again = await charged(() => open.look());
    expect(named(again)).toEqual(['read no page', 'read series']);
    expect(sumOf(again)).toBeLessThanOrEqual(3);
  });

  test('for an edit: the head, and nothing else but the batch that changes it', async () => {
    const edit = await charged(() =>
      pair.add('ravi', 'addNote', { text: 'Two people a week', topic: null }),
    );
    expect(named(edit)).toEqual([
      'create applied',
      'expire applied',
      'read series',
      'replace series',
    ]);
  });

  test('after an edit: the other one’s panel looks once, and whoever wrote not at all', async () => {
    const live = createLive(house, pair, ['maya', 'ravi'], 'panel');
    await live.open();
    const step = (route: string, act: () => Promise<unknown>) =>
      charged(() => live.step({ person: 'ravi', route, do: act }));
    const looks = (charges: readonly Charge[]) =>
      named(charges).filter((name) => name === 'read chat' || name === 'read no page');
    for (const text of ['One more', 'And one more']) {
      const note = () => pair.add('ravi', 'addNote', { text, topic: null });
      expect(looks(await step('addNote', note))).toEqual(['read no page']);
    }
    const begin = () => pair.say('ravi', 'startMeeting', { number: 1, endsAt: null });
    const begun = looks(await step('startMeeting', begin));
    expect(begun).toEqual(['read no page', 'read no page']);
  });

  test('in a process that has just started: the wrapped keys, once', async () => {
    house.forgetKeys();
    const keys = (charges: readonly Charge[]) => charges.filter(({ place }) => place === 'keys');
    const cold = await charged(() => panel().open());
    expect(keys(cold).length).toBeGreaterThan(0);
    expect(keys(await charged(() => panel().open()))).toEqual([]);
  });
});
