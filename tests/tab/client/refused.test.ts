import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TOPICS_PER_LIST } from '@rapport/domain/topic';
import { addTopic } from '../../api/support/story';
import type { OpenWindow } from './support/device';
import { add, idsOf, onOneSeries, said, versionOf } from './support/onOneSeries';
import { comeToRest, letArrive } from './support/story';

const at = onOneSeries();
beforeAll(at.open);
beforeEach(at.begin);
afterEach(at.end);
afterAll(at.close);

test('D10: what the api refuses is not shown as if it stood there, from that moment on', async () => {
  const ravi = await at.openFor('ravi');
  await at.world.ok('maya', 'leaveSeries', { params: at.series.params });
  add(ravi, 'Too late');
  expect(said(ravi)).toEqual(['Too late']);
  await letArrive(at.network, ({ key }) => key !== null);
  expect([said(ravi), ravi.now.unsent.size]).toEqual([[], 0]);
  expect(ravi.now.refused).toMatchObject([
    { command: { text: 'Too late' }, refusal: { code: 'series.ended' } },
  ]);
});

describe('D10: an agenda that is full', () => {
  async function refuseOne(window: OpenWindow): Promise<string> {
    const id = add(window, 'One too many');
    await letArrive(at.network);
    return id;
  }
  beforeEach(async () => {
    for (let n = 0; n < TOPICS_PER_LIST; n += 1)
      await addTopic(at.world, 'maya', at.series, `${n}`);
  });

  test('keeps its words, in every window and after a restart, until it is dismissed', async () => {
    const [ravi, beside] = [await at.openFor('ravi'), await at.openFor('ravi')];
    const id = await refuseOne(ravi);
    const words = {
      command: { type: 'addTopic', id, text: 'One too many' },
      refusal: { code: 'agenda.full' },
    };
    at.ravi.tellWindows();
    expect(ravi.now.refused).toMatchObject([words]);
    expect(beside.now.refused).toMatchObject([words]);
    ravi.close();
    const again = await at.openFor('ravi');
    expect(again.now.refused).toMatchObject([words]);
    expect([again.now.unsent.size, said(again).includes('One too many')]).toEqual([0, false]);
    again.store.dismiss(again.now.refused[0]?.commandId ?? '');
    at.ravi.tellWindows();
    expect([again.now.refused, beside.now.refused]).toEqual([[], []]);
  });

  test('does not go on being shown by a window beside the one that sent it', async () => {
    const beside = await at.openFor('ravi');
    await at.world.ok('maya', 'removeTopic', {
      params: { ...at.series.params, lineId: idsOf(beside)[0] ?? '' },
      body: { version: versionOf(beside, idsOf(beside)[0] ?? '') },
    });
    const sends = await at.openFor('ravi');
    await addTopic(at.world, 'maya', at.series, 'Took the last place');
    await refuseOne(beside);
    sends.close();
    at.ravi.tellWindows();
    await comeToRest(at.network, [at.ravi]);
    expect(said(beside)).not.toContain('One too many');
    expect(beside.now.refused).toHaveLength(1);
  });
});
