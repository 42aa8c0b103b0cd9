import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OpenWindow } from './support/device';
import { add, onOneSeries, said, versionOf } from './support/onOneSeries';
import { letArrive, nextOf } from './support/story';
import { pass, settle } from './support/time';

const at = onOneSeries();
beforeAll(at.open);
beforeEach(at.begin);
afterEach(at.end);
afterAll(at.close);

/** Requests that are on their way now. */
const reads = (): number => at.network.travelling.filter(({ method }) => method === 'GET').length;

/** The last thing that the api told this person's panels. */
function lastNudge(person: string) {
  const { tid, oid } = at.world.issuer.person(person);
  const last = at.world.nudges.findLast((one) => one.person === `${tid}.${oid}`);
  if (!last) throw new Error('nobody was told');
  return last.nudge;
}

/** The write that waits is done, and told of before its answer arrives. */
async function doneAndTold(window: OpenWindow): Promise<() => Promise<void>> {
  const write = await nextOf(at.network, 'write', window);
  await write.there('arrives');
  window.nudge(lastNudge(window.person));
  await settle();
  return async () => {
    write.back('arrives');
    await settle();
  };
}

describe('whoever writes', () => {
  test.each(['shared', 'onlyMe'] as const)(
    'reads nothing for it (%s): the answer says that nothing came in between',
    async (page) => {
      const ravi = await at.openFor('ravi');
      for (const text of ['one', 'two']) {
        add(ravi, text, page);
        const answered = await doneAndTold(ravi);
        expect(reads()).toBe(0);
        await answered();
        // Told again, as the nudge may come after the answer.
        ravi.nudge(lastNudge('ravi'));
        await settle();
        expect([reads(), ravi.now.unsent.size]).toEqual([0, 0]);
      }
      expect(said(ravi, page)).toEqual(['one', 'two']);
      await pass(3000);
      expect(reads()).toBe(1);
      await letArrive(at.network);
      expect(said(ravi, page)).toEqual(['one', 'two']);
    },
  );

  test('polls from then on: its answer said that nothing newer was there', async () => {
    const ravi = await at.openFor('ravi');
    await pass(2000);
    add(ravi, 'said in between');
    await letArrive(at.network);
    await pass(2999);
    expect(reads()).toBe(0);
    await pass(1);
    expect(reads()).toBe(1);
    await letArrive(at.network);
  });

  test('reads once where the other one wrote in between', async () => {
    const [ravi, maya] = [await at.openFor('ravi'), await at.openFor('maya')];
    add(maya, 'hers');
    await letArrive(at.network);
    add(ravi, 'his');
    const answered = await doneAndTold(ravi);
    expect(reads()).toBe(0);
    await answered();
    expect(reads()).toBe(1);
    await letArrive(at.network);
    expect(said(ravi)).toEqual(['hers', 'his']);
  });

  test('reads once where a nudge of what the other one wrote overtook the one of the own words', async () => {
    const [ravi, maya] = [await at.openFor('ravi'), await at.openFor('maya')];
    add(ravi, 'his');
    const write = await nextOf(at.network, 'write', ravi);
    await write.there('arrives');
    const own = lastNudge('ravi');
    add(maya, 'hers');
    const later = await nextOf(at.network, 'write', maya);
    await later.there('arrives');
    ravi.nudge(lastNudge('ravi'));
    ravi.nudge(own);
    write.back('arrives');
    await settle();
    expect(reads()).toBe(1);
    later.back('arrives');
    await letArrive(at.network);
    expect(said(ravi)).toEqual(['his', 'hers']);
  });

  test('reads once for what brings about more than it says', async () => {
    const ravi = await at.openFor('ravi');
    ravi.give({ type: 'startMeeting', number: 1, endsAt: null });
    const answered = await doneAndTold(ravi);
    await answered();
    expect(reads()).toBe(1);
    const id = add(ravi, 'for both', 'onlyMe');
    await letArrive(at.network);
    ravi.give({ type: 'shareTopic', id });
    await (
      await doneAndTold(ravi)
    )();
    expect(reads()).toBe(1);
    await letArrive(at.network);
    expect(said(ravi)).toEqual(['for both']);
  });

  test('reads once what a refusal was about', async () => {
    const ravi = await at.openFor('ravi');
    const id = add(ravi, 'mine');
    await letArrive(at.network);
    const version = versionOf(ravi, id);
    const body = { text: 'on the phone', version };
    const params = { ...at.series.params, lineId: id };
    await at.world.ok('ravi', 'editTopic', { params, body });
    ravi.give({ type: 'removeTopic', page: 'shared', id, version });
    const write = await nextOf(at.network, 'write');
    await write.there('arrives');
    write.back('arrives');
    await settle();
    expect([ravi.now.refused.length, reads()]).toEqual([1, 1]);
  });

  test('reads once where its own words changed nothing, and the other one’s did', async () => {
    const [ravi, maya] = [await at.openFor('ravi'), await at.openFor('maya')];
    const id = add(ravi, 'mine');
    await letArrive(at.network);
    maya.nudge();
    await letArrive(at.network);
    maya.give({ type: 'discussTopic', id, discussed: true });
    await letArrive(at.network, ({ from }) => from === maya.name);
    ravi.give({ type: 'discussTopic', id, discussed: true });
    await (
      await doneAndTold(ravi)
    )();
    expect(reads()).toBe(1);
    await letArrive(at.network);
  });

  test('does not read while more is under way, however often it is told, and then once', async () => {
    const [ravi, maya] = [await at.openFor('ravi'), await at.openFor('maya')];
    for (const text of ['one', 'two', 'three']) add(ravi, text);
    add(maya, 'hers');
    await letArrive(at.network, ({ from }) => from === maya.name);
    for (let left = 3; left > 0; left -= 1) {
      expect(reads()).toBe(0);
      await (
        await doneAndTold(ravi)
      )();
    }
    expect(reads()).toBe(1);
    await letArrive(at.network);
    expect(said(ravi)).toEqual(await at.agendaOf('ravi'));
    expect(said(ravi)).toHaveLength(4);
  });

  test('waits no longer than a second for its own answer before it reads the other one’s words', async () => {
    const [ravi, maya] = [await at.openFor('ravi'), await at.openFor('maya')];
    add(ravi, 'hangs');
    const hangs = await nextOf(at.network, 'write', ravi);
    add(maya, 'hers');
    await letArrive(at.network, ({ from }) => from === maya.name);
    ravi.nudge(lastNudge('ravi'));
    await settle();
    expect(reads()).toBe(0);
    await pass(1000);
    expect(reads()).toBe(1);
    await letArrive(at.network, ({ method }) => method === 'GET');
    expect(said(ravi)).toEqual(['hers', 'hangs']);
    await hangs.there('arrives');
    await letArrive(at.network);
  });
});

describe('a nudge', () => {
  const newer = { version: 99, page: 0 };

  test('about another series, or about nothing newer, reads nothing', async () => {
    const ravi = await at.openFor('ravi');
    ravi.nudge({ series: randomUUID(), ...newer });
    ravi.nudge({ series: at.series.seriesId, version: 1, page: 0 });
    await settle();
    expect(reads()).toBe(0);
    ravi.nudge({ series: at.series.seriesId, ...newer });
    await settle();
    expect(reads()).toBe(1);
  });

  test('about one’s own page is read by one’s other device, and by nobody else', async () => {
    const [ravi, maya] = [await at.openFor('ravi'), await at.openFor('maya')];
    const before = at.world.nudges.length;
    const body = { id: randomUUID(), text: 'on the phone' };
    await at.world.ok('ravi', 'addPrivateTopic', { params: at.series.params, body });
    expect(at.world.nudges.slice(before)).toHaveLength(1);
    ravi.nudge(lastNudge('ravi'));
    await letArrive(at.network);
    expect([said(ravi, 'onlyMe'), said(maya, 'onlyMe')]).toEqual([['on the phone'], []]);
    ravi.nudge(lastNudge('ravi'));
    await settle();
    expect(reads()).toBe(0);
  });

  test('about something of the series that has no version of its own is always read', async () => {
    const ravi = await at.openFor('ravi');
    ravi.nudge({ series: at.series.seriesId, version: 0, page: 0 });
    await settle();
    expect(reads()).toBe(1);
  });
});
