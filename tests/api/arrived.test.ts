import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SWEEP_AFTER_MS } from '@rapport/api/effects/effect';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { randomUUID } from 'node:crypto';
import { mortal } from './crashes/crash';
import { addTopic, start, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

/** What the two do between a process that ended half-way and the sweep that goes on with its work. */
let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const on = (lineId: string) => ({ ...series.params, lineId });
const says = (who: string, route: string, lineId: string, body: object = {}) =>
  world.ok(who, route, { params: on(lineId), body });

/** Sends it; the process gets through so many writes. */
async function interrupted(
  may: number,
  who: string,
  route: string,
  sending: { params: Record<string, string>; body?: object },
): Promise<void> {
  const { documents } = world.composed.services;
  const whole = { ...documents };
  const life = mortal(world, may);
  await world.send(who, route, sending);
  await life.end();
  expect(life.writes).toBe(may);
  Object.assign(documents, whole);
}

async function sweep(): Promise<void> {
  world.clock.moveTo(new Date(world.clock.now().getTime() + SWEEP_AFTER_MS));
  await sweepEffects(world.composed.services);
}

const loops = async (who: string) => (await view(world, who, series)).json.loops;
const drafts = async (who: string): Promise<string[]> =>
  (await view(world, who, series)).json.onlyMe.feedback.map(({ text }: { text: string }) => text);
const given = async (who: string): Promise<string[]> =>
  (await world.ok(who, 'listFeedback', { params: series.params })).json.feedback.map(
    ({ text }: { text: string }) => text,
  );

async function drafted(text: string): Promise<{ id: string; version: string }> {
  const [id, version] = [randomUUID(), randomUUID()];
  const body = { id, text, kind: 'praise' };
  await world.ok('maya', 'addPrivateFeedback', { params: series.params, body, key: version });
  return { id, version };
}
const sent = () => ({ delivery: { how: 'send', at: world.clock.now().toISOString() } });

describe('B2: feedback that has arrived, and not left its author’s page', () => {
  /** Given, and gone before the page was cleared: the second write brings it to the other one. */
  async function half(): Promise<{ id: string; version: string }> {
    const draft = await drafted('words');
    await interrupted(2, 'maya', 'giveFeedback', { params: on(draft.id), body: sent() });
    return draft;
  }

  test('is shown to its author once, also before the sweep', async () => {
    await half();
    expect([await drafts('maya'), await given('maya')]).toEqual([[], ['words']]);
  });

  test('taken back, it does not come again', async () => {
    const { id } = await half();
    await says('maya', 'takeFeedbackBack', id);
    await sweep();
    expect([await given('ravi'), await loops('ravi')]).toEqual([[], []]);
    expect(await drafts('maya')).toEqual([]);
  });

  test('the other one left: it is not a draft again beside it', async () => {
    await half();
    await world.ok('ravi', 'leaveSeries', { params: series.params });
    await sweep();
    expect([await given('maya'), await drafts('maya')]).toEqual([['words'], []]);
  });

  test('kept back too late: it has arrived, and is no draft', async () => {
    const { id } = await half();
    await says('maya', 'keepFeedback', id);
    await sweep();
    expect([await given('maya'), await drafts('maya')]).toEqual([['words'], []]);
  });

  test('kept back too late and changed: the new words are not lost', async () => {
    const { id, version } = await half();
    await says('maya', 'keepFeedback', id);
    await says('maya', 'editPrivateFeedback', id, { text: 'better', kind: 'praise', version });
    await sweep();
    await says('maya', 'giveFeedback', id, sent());
    expect([await given('maya'), await drafts('maya')]).toEqual([['words'], ['better']]);
  });

  test('written anew after it was taken back, it can be given anew', async () => {
    const { id } = await half();
    await says('maya', 'takeFeedbackBack', id);
    await sweep();
    await says('maya', 'restorePrivateFeedback', id, { text: 'anew', kind: 'praise' });
    await says('maya', 'giveFeedback', id, sent());
    expect(await given('maya')).toEqual(['anew']);
  });
});

describe('C4: a shared topic that has arrived, and not left its author’s page', () => {
  async function half(): Promise<string> {
    const { id } = await addTopic(world, 'ravi', series, 'to share', 'addPrivateTopic');
    await interrupted(2, 'ravi', 'shareTopic', { params: on(id) });
    return id;
  }
  const topics = async (who: string) => {
    const { json } = await view(world, who, series);
    return [json.topics, json.onlyMe.topics].map((all) =>
      all.map((one: { text: string }) => one.text),
    );
  };

  test('discussed in a meeting that is over, it is not on the next agenda again', async () => {
    const id = await half();
    await world.ok('maya', 'startMeeting', {
      params: series.params,
      body: { number: 1, endsAt: null },
    });
    await says('maya', 'discussTopic', id, { discussed: true });
    await world.ok('maya', 'finishMeeting', {
      params: series.params,
      body: { number: 1, nextAt: null },
    });
    await sweep();
    expect(await topics('ravi')).toEqual([[], []]);
    const params = { ...series.params, number: '1' };
    expect((await world.ok('ravi', 'getMeeting', { params })).json.meeting.topics).toHaveLength(1);
  });

  test('the other one left: it does not stay private as well', async () => {
    await half();
    await world.ok('maya', 'leaveSeries', { params: series.params });
    await sweep();
    const page = await world.composed.services.documents.list(personOf('ravi'), 'page', 1);
    expect(page.documents).toMatchObject([{ value: { topics: [], sharing: [] } }]);
    expect(await topics('ravi')).toEqual([['to share'], []]);
  });

  test('words whose id the agenda knows for others stay private, and are shown', async () => {
    const { id, version } = await addTopic(world, 'ravi', series, 'first', 'addPrivateTopic');
    await says('ravi', 'shareTopic', id);
    await says('ravi', 'removeTopic', id, { version });
    await says('ravi', 'restorePrivateTopic', id, { text: 'second thoughts' });
    await says('ravi', 'shareTopic', id);
    expect(await topics('ravi')).toEqual([[], ['second thoughts']]);
  });
});

const personOf = (key: string) => {
  const { tid, oid } = world.issuer.person(key);
  return { container: 'people', key: `${tid}.${oid}` } as const;
};

test('C4: notes of the next meeting stay where they are, however late those of the last are kept', async () => {
  const note = (text: string) =>
    world.ok('ravi', 'addPrivateNote', {
      params: series.params,
      body: { id: randomUUID(), text, topic: null },
    });
  await note('of the first');
  await world.ok('maya', 'startMeeting', {
    params: series.params,
    body: { number: 1, endsAt: null },
  });
  await interrupted(1, 'maya', 'finishMeeting', {
    params: series.params,
    body: { number: 1, nextAt: null },
  });
  world.clock.moveTo(new Date(world.clock.now().getTime() + 1000));
  await note('of the second');
  await sweep();
  const past = await world.ok('ravi', 'getMeeting', { params: { ...series.params, number: '1' } });
  const now = await view(world, 'ravi', series);
  const texts = [past.json.onlyMe, now.json.onlyMe.notes].map((all) =>
    all.map(({ text }: { text: string }) => text),
  );
  expect(texts).toEqual([['of the first'], ['of the second']]);
});

describe('D9: a chat that somebody binds to one series and then to another', () => {
  const body = { chatId: '19:meeting_ZXZlcnk@thread.v2' };
  const opens = async () => (await world.ok('maya', 'findChat', { body })).json.series;
  const bindToBoth = async (first: (params: Record<string, string>) => Promise<void>) => {
    const report = { oid: world.issuer.person('lena').oid, name: 'Lena' };
    const another = await start(world, { report });
    await world.ok('maya', 'bindChat', { params: another.params, body });
    world.clock.moveTo(new Date(world.clock.now().getTime() + 1000));
    await first(series.params);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 1000));
    return another;
  };

  test('opens the first, though the process ended before it did', async () => {
    await bindToBoth((params) => interrupted(1, 'maya', 'bindChat', { params, body }));
    await sweep();
    expect(await opens()).toBe(series.seriesId);
  });

  test('opens what they bound to it last, though the first is only done by the sweep', async () => {
    const another = await bindToBoth((params) =>
      interrupted(1, 'maya', 'bindChat', { params, body }),
    );
    await world.ok('maya', 'bindChat', { params: another.params, body });
    await sweep();
    expect(await opens()).toBe(another.seriesId);
  });

  test('opens what they bound to it last, though the first request arrives once more', async () => {
    const sending = { params: {}, body, key: randomUUID() };
    const another = await bindToBoth(async (params) => {
      await world.ok('maya', 'bindChat', { ...sending, params: { ...params } });
    });
    await world.ok('maya', 'bindChat', { params: another.params, body });
    await world.ok('maya', 'bindChat', { ...sending, params: series.params });
    expect(await opens()).toBe(another.seriesId);
  });
});
