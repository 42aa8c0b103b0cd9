import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { LINE_LENGTH } from '@rapport/domain/limits';
import { personIdOf } from '@rapport/domain/person';
import { randomUUID } from 'node:crypto';
import { addTopic, start, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const texts = (lines: { text: string }[]): string[] => lines.map(({ text }) => text);

/** Sends a command of the meeting, or about a line. */
const says = (who: string, { params }: Started, route: string, body: object, lineId?: string) =>
  world.ok(who, route, { params: lineId ? { ...params, lineId } : params, body });
const writes = async (who: string, series: Started, route: string, body: object) => {
  const id = randomUUID();
  await says(who, series, route, { id, ...body });
  return id;
};
const finish = async (series: Started, number: number, nextAt: string | null = null) => {
  await says('maya', series, 'startMeeting', { number, endsAt: null });
  await says('ravi', series, 'finishMeeting', { number, nextAt });
};
const past = (who: string, series: Started, number: number) =>
  world.ok(who, 'getMeeting', { params: { ...series.params, number: String(number) } });

describe('a meeting from start to finish', () => {
  test('D2, D3, D5: what was said is kept, what was not carries over, promises stay until done', async () => {
    const series = await startTogether(world);
    const first = await addTopic(world, 'ravi', series, 'The on-call plan');
    await addTopic(world, 'maya', series, 'Your first quarter');
    await says('ravi', series, 'openTopic', { number: 1, topic: first.id });
    const live = (await view(world, 'maya', series)).json.meeting;
    expect(live).toMatchObject({ number: 1, state: 'live', topic: first.id });
    await writes('maya', series, 'addNote', { text: 'Two people a week', topic: first.id });
    await says('ravi', series, 'discussTopic', { discussed: true }, first.id);
    const promise = { text: 'Write the plan', owner: 'report', due: '2026-12-01' };
    const kept = await writes('ravi', series, 'addAction', promise);
    await writes('maya', series, 'addAction', {
      text: 'Ask for budget',
      owner: 'manager',
      due: null,
    });
    await says('ravi', series, 'finishAction', { done: true }, kept);
    await says('maya', series, 'wrapUp', { number: 1 });
    await says('maya', series, 'finishMeeting', { number: 1, nextAt: '2026-12-07T10:00:00.000Z' });

    for (const who of ['maya', 'ravi']) {
      const now = (await view(world, who, series)).json;
      expect(now.meeting).toMatchObject({
        number: 2,
        state: 'planned',
        plannedAt: '2026-12-07T10:00:00.000Z',
      });
      expect(now.topics).toMatchObject([{ text: 'Your first quarter', carried: 1 }]);
      expect([texts(now.notes), texts(now.actions)]).toEqual([[], ['Ask for budget']]);
      const { meeting } = (await past(who, series, 1)).json;
      expect(texts(meeting.topics)).toEqual(['The on-call plan']);
      expect(texts(meeting.notes)).toEqual(['Two people a week']);
      expect(texts(meeting.actions).toSorted()).toEqual(['Ask for budget', 'Write the plan']);
    }
  });

  test('that both finish at once is one meeting', async () => {
    const series = await startTogether(world);
    await says('maya', series, 'startMeeting', { number: 1, endsAt: null });
    await Promise.all(
      ['maya', 'ravi'].map((who) =>
        says(who, series, 'finishMeeting', { number: 1, nextAt: null }),
      ),
    );
    const { json } = await world.ok('maya', 'listMeetings', { params: series.params });
    expect(json.meetings).toHaveLength(1);
    expect((await view(world, 'ravi', series)).json.meeting.number).toBe(2);
  });

  test('D5: past meetings are read a page at a time, the latest first', async () => {
    const series = await startTogether(world);
    for (let number = 1; number <= 23; number += 1) await finish(series, number);
    const pages: number[][] = [];
    let continuation: string | null = null;
    do {
      const params: Record<string, string> = { ...series.params };
      if (continuation) params['continuation'] = continuation;
      const { json } = await world.ok('ravi', 'listMeetings', { params });
      pages.push(json.meetings.map((meeting: { number: number }) => meeting.number));
      continuation = json.continuation;
    } while (continuation);
    expect(pages.flat()).toEqual(Array.from({ length: 23 }, (_, n) => 23 - n));
    expect(pages.length).toBeGreaterThan(1);
    const nonsense = { ...series.params, continuation: 'nonsense' };
    const refused = await world.send('ravi', 'listMeetings', { params: nonsense });
    expect([refused.status, refused.json.field]).toEqual([400, 'continuation']);
  });

  test('a meeting that never was is not found, nor one with a number that is none', async () => {
    const series = await startTogether(world);
    const ask = async (number: string) =>
      (await world.send('ravi', 'getMeeting', { params: { ...series.params, number } })).json.code;
    expect(await ask('7')).toBe('meeting.notFound');
    expect(await ask('0')).toBe('input.malformed');
    expect(await ask('1e3')).toBe('input.malformed');
  });
});

describe('C4: notes of one’s own', () => {
  test('are laid beside the meeting, and reach nobody else', async () => {
    const series = await startTogether(world);
    await writes('ravi', series, 'addPrivateNote', { text: 'planted-private', topic: null });
    await writes('maya', series, 'addPrivateNote', { text: 'hers alone', topic: null });
    await finish(series, 1);
    const his = (await past('ravi', series, 1)).json;
    expect(texts(his.onlyMe)).toEqual(['planted-private']);
    expect((await view(world, 'ravi', series)).json.onlyMe.notes).toEqual([]);
    const hers = await past('maya', series, 1);
    expect(texts(hers.json.onlyMe)).toEqual(['hers alone']);
    const all = [hers, await view(world, 'maya', series), await world.ok('maya', 'getHome')];
    for (const { text } of all) expect(text).not.toContain('planted-private');
  });

  test('of every meeting go when their author leaves', async () => {
    const series = await startTogether(world);
    await writes('ravi', series, 'addPrivateNote', { text: 'mine', topic: null });
    await finish(series, 1);
    await world.ok('ravi', 'leaveSeries', { params: series.params });
    const { tid, oid } = world.issuer.person('ravi');
    const left = await world.composed.services.documents.list(
      { container: 'people', key: personIdOf(tid, oid) },
      'notes',
      10,
    );
    expect(left.documents).toEqual([]);
  });

  test('that were interrupted on their way are finished by the sweep, once', async () => {
    const series = await startTogether(world);
    await writes('ravi', series, 'addPrivateNote', { text: 'mine', topic: null });
    await says('maya', series, 'startMeeting', { number: 1, endsAt: null });
    const { documents } = world.composed.services;
    const write = documents.write.bind(documents);
    let left = 1;
    Object.assign(documents, {
      write: (...args: Parameters<typeof write>) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('the process is gone')) : write(...args);
      },
    });
    await world.send('maya', 'finishMeeting', {
      params: series.params,
      body: { number: 1, nextAt: null },
    });
    Object.assign(documents, { write });
    await writes('ravi', series, 'addPrivateNote', { text: 'of the next', topic: null });
    world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000));
    await sweepEffects(world.composed.services);
    const kept = texts((await past('ravi', series, 1)).json.onlyMe);
    const now = texts((await view(world, 'ravi', series)).json.onlyMe.notes);
    expect([...kept, ...now].toSorted()).toEqual(['mine', 'of the next']);
    expect(kept).toContain('mine');
  });
});

describe('what the rules refuse', () => {
  test('C6: notes for both, before both agreed', async () => {
    const series = await start(world);
    await world.ok('ravi', 'acceptInvitation', {
      params: series.params,
      body: { terms: 1, agree: false },
    });
    const body = { id: randomUUID(), text: 'too early', topic: null };
    const early = await world.send('maya', 'addNote', { params: series.params, body });
    expect([early.status, early.json.code]).toEqual([409, 'terms.notAgreed']);
    await says('maya', series, 'addPrivateNote', body);
    await world.ok('ravi', 'agreeToTerms', { params: series.params, body: { terms: 1 } });
    await says('maya', series, 'addNote', { ...body, id: randomUUID() });
    expect(texts((await view(world, 'ravi', series)).json.notes)).toEqual(['too early']);
  });

  test('a promise with an owner or a day that is none', async () => {
    const series = await startTogether(world);
    const add = async (change: object) => {
      const body = { id: randomUUID(), text: 'x', owner: 'report', due: null, ...change };
      const { status, json } = await world.send('ravi', 'addAction', {
        params: series.params,
        body,
      });
      return [status, json.field];
    };
    expect(await add({ owner: 'both' })).toEqual([400, 'owner']);
    expect(await add({ due: '2026-02-30' })).toEqual([400, 'due']);
    expect(await add({ due: 'tomorrow' })).toEqual([400, 'due']);
  });

  test('more words than a meeting holds: it says so, and what is there stays', async () => {
    const series = await startTogether(world);
    const long = '語'.repeat(LINE_LENGTH);
    let refused: string | null = null;
    let taken = 0;
    while (refused === null && taken < 100) {
      const body = { id: randomUUID(), text: long, topic: null };
      const { status, json } = await world.send('ravi', 'addNote', { params: series.params, body });
      if (status === 201) taken += 1;
      else refused = json.code;
    }
    expect(refused).toBe('series.full');
    expect((await view(world, 'maya', series)).json.notes).toHaveLength(taken);
    await finish(series, 1);
    expect((await past('ravi', series, 1)).json.meeting.notes).toHaveLength(taken);
  });
});
