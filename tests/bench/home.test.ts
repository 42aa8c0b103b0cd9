import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openHouse, type House } from '@rapport/bench/house/house';
import { words } from '@rapport/bench/house/pair';
import { sumOf } from '@rapport/bench/meter/tally';
import { randomUUID } from 'node:crypto';

/** What opening a home costs, as the meter has it (docs/decisions.md has the sum of it). */
let house: House;
const led: string[] = [];
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Sets series up until there are so many, each with something on its agenda. */
async function leads(count: number): Promise<void> {
  const lines = process.env['RAPPORT_LONG'] ? 8 : 1;
  while (led.length < count) {
    const id = randomUUID();
    led.push(id);
    const report = { oid: randomUUID(), name: `Person ${led.length}` };
    const shape = { rhythm: 'biweekly', minutes: 30, introduction: words(3), agree: true };
    await house.ask('maya', 'startSeries', { body: { id, report, ...shape } });
    for (let line = 0; line < lines; line += 1) {
      const body = { id: randomUUID(), text: words(line) };
      await house.ask('maya', 'addTopic', { params: { seriesId: id }, body });
    }
  }
}

async function cost(work: () => Promise<void>) {
  const [from, asked] = [house.tally.charges().length, house.asked()];
  await work();
  const charges = house.tally.charges(from);
  const writes = charges.filter(({ what }) => what !== 'read' && what !== 'list');
  return { ru: sumOf(charges), writes: writes.length, requests: house.asked() - asked };
}

const open = (lines: number) =>
  cost(async () => {
    await house.ask('maya', 'getHome');
    await house.ask('maya', 'listNamings');
    for (const seriesId of led.slice(0, lines)) {
      await house.ask('maya', 'getNeeds', { params: { seriesId } });
    }
  });

describe('D9: opening a home', () => {
  test.each([
    [10, 35],
    [30, 90],
  ])('of %i series costs under %i RU, and writes nothing', async (count, most) => {
    await leads(count);
    const { ru, writes, requests } = await open(count);
    expect(writes).toBe(0);
    expect(requests).toBe(count + 2);
    expect(ru < most ? 'within' : ru).toBe('within');
  });

  test('a promise that opens or is done costs no second write for a line of home', async () => {
    const params = { seriesId: led[0] ?? '' };
    const places = house.tally.charges().length;
    const body = { id: randomUUID(), text: 'a promise', owner: 'manager', due: null };
    await house.ask('maya', 'addAction', { params, body });
    const touched = house.tally.charges(places).map(({ place, what }) => `${what} ${place}`);
    expect(touched.filter((one) => one.endsWith('people') && !one.startsWith('read'))).toEqual([]);
  });
});
