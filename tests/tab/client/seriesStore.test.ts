import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createSeriesStore } from '../../../tab/src/client/seriesStore';
import { add, idsOf, onOneSeries, said, versionOf } from './support/onOneSeries';
import { view } from '../../api/support/story';
import { comeToRest, letArrive, nextOf } from './support/story';
import { pass, settle } from './support/time';

const at = onOneSeries();
beforeAll(at.open);
beforeEach(at.begin);
afterEach(at.end);
afterAll(at.close);

describe('D1: what is typed', () => {
  test('is shown at once, on its way, and by the other one after their next look', async () => {
    const [ravi, maya] = [await at.openFor('ravi'), await at.openFor('maya')];
    const id = add(ravi, 'Growth');
    expect([said(ravi), [...ravi.now.unsent]]).toEqual([['Growth'], [id]]);
    await letArrive(at.network);
    expect(ravi.now.unsent.size).toBe(0);
    maya.nudge();
    await letArrive(at.network);
    expect(said(maya)).toEqual(['Growth']);
  });

  test('never flickers: a reading that began before it was taken does not hide it', async () => {
    const { network } = at;
    const ravi = await at.openFor('ravi');
    ravi.nudge();
    const early = await nextOf(network, 'read', ravi);
    await early.there('arrives');
    const text = 'Typed meanwhile';
    add(ravi, text);
    const write = await nextOf(network, 'write', ravi);
    await write.there('arrives');
    write.back('arrives');
    await settle();
    early.back('arrives');
    await settle();
    await letArrive(network);
    const first = ravi.shown.findIndex(({ unsent }) => unsent.size > 0);
    const pictures = ravi.shown
      .slice(first)
      .map(({ reading }) =>
        reading.status === 'ready' ? reading.value.topics.map((topic) => topic.text) : [],
      );
    expect(pictures.filter((agenda) => agenda.includes(text))).toHaveLength(pictures.length);
    expect(pictures.length).toBeGreaterThan(2);
  });

  test('stays when an older copy of the api’s data answers a reading made after it was taken', async () => {
    const ravi = await at.openFor('ravi');
    const older: unknown = (await view(at.world, 'ravi', at.series)).json;
    add(ravi, 'Newer than the copy');
    const write = await nextOf(at.network, 'write');
    await write.there('arrives');
    write.back('arrives');
    void ravi.store.refresh();
    const read = await nextOf(at.network, 'read');
    read.answer(Response.json(older, { headers: { etag: '"older"' } }));
    await settle();
    expect([said(ravi), ravi.now.unsent.size]).toEqual([['Newer than the copy'], 0]);
    await comeToRest(at.network, [at.ravi]);
    expect(said(ravi)).toEqual(['Newer than the copy']);
  });

  test('is no longer laid on top once a reading contains it: the other one’s later change shows', async () => {
    const [ravi, maya] = [await at.openFor('ravi'), await at.openFor('maya')];
    for (const text of ['one', 'two', 'three']) add(maya, text);
    await comeToRest(at.network, [at.maya, at.ravi]);
    const [one, , three] = idsOf(ravi);
    ravi.give({ type: 'moveTopic', page: 'shared', id: three ?? '', after: null });
    await letArrive(at.network);
    maya.nudge();
    await letArrive(at.network);
    maya.give({ type: 'moveTopic', page: 'shared', id: three ?? '', after: one ?? '' });
    await comeToRest(at.network, [at.maya, at.ravi]);
    expect(said(ravi)).toEqual(['one', 'three', 'two']);
    expect(said(maya)).toEqual(['one', 'three', 'two']);
  });

  test('several parts of a page follow it; one that closes takes nothing from the others', async () => {
    const [ravi, maya] = [await at.openFor('ravi'), await at.openFor('maya')];
    let heard = 0;
    ravi.store.subscribe(() => (heard += 1))();
    const stop = ravi.store.subscribe(() => undefined);
    stop();
    stop();
    add(maya, 'From Maya');
    await comeToRest(at.network, [at.maya]);
    await pass(3000);
    await letArrive(at.network);
    expect([said(ravi), heard]).toEqual([['From Maya'], 0]);
  });

  test('what is read while no part of the page shows it is there when one does', async () => {
    const { parts } = await at.openFor('ravi');
    const store = createSeriesStore(at.series.seriesId, parts);
    expect(store.getSnapshot().reading.status).toBe('loading');
    const refreshed = store.refresh();
    await letArrive(at.network);
    await refreshed;
    expect(store.getSnapshot().reading.status).toBe('ready');
  });
});

describe('D1: undo', () => {
  test('takes back one thing after the other, and stops at what was shared', async () => {
    const ravi = await at.openFor('ravi');
    add(ravi, 'one');
    const mine = add(ravi, 'two', 'onlyMe');
    expect(ravi.now.undo).toBe('addTopic');
    ravi.undo();
    expect([said(ravi), said(ravi, 'onlyMe')]).toEqual([['one'], []]);
    ravi.undo();
    expect([said(ravi), ravi.now.undo, ravi.undo()]).toEqual([[], null, null]);
    await comeToRest(at.network, [at.ravi]);

    add(ravi, 'zero');
    const other = add(ravi, 'three', 'onlyMe');
    await comeToRest(at.network, [at.ravi]);
    expect(mine).not.toBe(other);
    ravi.give({ type: 'shareTopic', id: other });
    expect([ravi.now.undo, ravi.undo()]).toEqual([null, null]);
    await comeToRest(at.network, [at.ravi]);
    expect(await at.agendaOf('maya')).toEqual(['zero', 'three']);
  });

  test('passes over what another device has changed since', async () => {
    const ravi = await at.openFor('ravi');
    add(ravi, 'one');
    const second = add(ravi, 'two');
    await comeToRest(at.network, [at.ravi]);
    await at.world.ok('ravi', 'editTopic', {
      params: { ...at.series.params, lineId: second },
      body: { text: 'two, on the phone', version: versionOf(ravi, second) },
    });
    await comeToRest(at.network, [at.ravi]);
    expect(ravi.now.undo).toBe('addTopic');
    ravi.undo();
    await comeToRest(at.network, [at.ravi]);
    expect([said(ravi), ravi.now.undo]).toEqual([['two, on the phone'], null]);
  });

  test('D4: several topics of one press go in one, also where one of them was changed since', async () => {
    const ravi = await at.openFor('ravi');
    add(ravi, 'before');
    const topics = ['one', 'two', 'three'].map((text) => ({ id: randomUUID(), text }));
    ravi.store.send(
      ...topics.map((topic) => ({ type: 'addTopic', page: 'shared', ...topic }) as const),
    );
    expect([said(ravi), ravi.now.undo]).toEqual([['before', 'one', 'two', 'three'], 'addTopic']);
    await comeToRest(at.network, [at.ravi]);
    const { id = '' } = topics[1] ?? {};
    await at.world.ok('ravi', 'editTopic', {
      params: { ...at.series.params, lineId: id },
      body: { text: 'two, on the phone', version: versionOf(ravi, id) },
    });
    await comeToRest(at.network, [at.ravi]);
    ravi.undo();
    await comeToRest(at.network, [at.ravi]);
    expect(await at.agendaOf('maya')).toEqual(['before', 'two, on the phone']);
    ravi.undo();
    await comeToRest(at.network, [at.ravi]);
    expect([said(ravi), ravi.now.undo]).toEqual([['two, on the phone'], null]);
  });

  test('B8: a question whose answer was lost on the way is kept and written once, and can be taken back', async () => {
    const ravi = await at.openFor('ravi');
    ravi.give({ type: 'addQuestion', id: randomUUID(), text: 'Ours?' });
    ravi.give({ type: 'hideQuestion', question: 'proud.1', hidden: true });
    const questions = () =>
      ravi.now.reading.status === 'ready' ? ravi.now.reading.value.questions : null;
    const write = await nextOf(at.network, 'write');
    await write.there('arrives');
    write.back('lost');
    await settle();
    expect(questions()).toMatchObject({ own: [{ text: 'Ours?' }], hidden: ['proud.1'] });
    await comeToRest(at.network, [at.ravi]);
    const { json } = await view(at.world, 'maya', at.series);
    expect(json.questions).toMatchObject({ own: [{ text: 'Ours?' }], hidden: ['proud.1'] });
    ravi.undo();
    ravi.undo();
    await comeToRest(at.network, [at.ravi]);
    expect(questions()).toMatchObject({ own: [], hidden: [] });
  });
});
