import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { AGENDAS_PER_PERSON } from '@rapport/domain/limits';
import { OWN_QUESTION_RULES } from '@rapport/domain/seriesQuestions';
import { randomUUID } from 'node:crypto';
import { addTopic, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const says = (who: string, { params }: Started, route: string, body: object, lineId?: string) =>
  world.ok(who, route, { params: lineId ? { ...params, lineId } : params, body });
const questions = async (who: string, series: Started) =>
  (await view(world, who, series)).json.questions;
const finish = async (series: Started, number: number) => {
  await says('maya', series, 'startMeeting', { number, endsAt: null });
  await says('ravi', series, 'finishMeeting', { number, nextAt: null });
};

describe('B8: the questions of a series', () => {
  test('are written by either, read by both, and changed by their author', async () => {
    const series = await startTogether(world);
    const [id, key] = [randomUUID(), randomUUID()];
    const add = { params: series.params, body: { id, text: 'What did the customers say?' }, key };
    const first = await world.ok('ravi', 'addQuestion', add);
    expect((await world.ok('ravi', 'addQuestion', add)).json).toEqual(first.json);
    for (const who of ['maya', 'ravi']) {
      const { own } = await questions(who, series);
      expect(own).toMatchObject([{ id, by: 'report', text: 'What did the customers say?' }]);
    }
    const others = await world.send('maya', 'removeQuestion', {
      params: { ...series.params, lineId: id },
      body: { version: key },
    });
    expect([others.status, others.json.code]).toEqual([403, 'line.notYours']);
    await says('ravi', series, 'removeQuestion', { version: key }, id);
    expect((await questions('maya', series)).own).toEqual([]);
    await says('ravi', series, 'restoreQuestion', { text: 'What did the customers say?' }, id);
    expect((await questions('maya', series)).own).toHaveLength(1);
  });

  test('are no more than fit, and no longer than a question', async () => {
    const series = await startTogether(world);
    const add = (text: string) =>
      world.send('maya', 'addQuestion', {
        params: series.params,
        body: { id: randomUUID(), text },
      });
    expect((await add('x'.repeat(141))).json.code).toBe('input.tooLong');
    for (let n = 0; n < OWN_QUESTION_RULES.limit; n += 1) await add(`${n}?`);
    expect((await add('One more?')).json.code).toBe('questions.full');
  });

  test('that one hides are hidden for both, until one of them shows them again', async () => {
    const series = await startTogether(world);
    await says('maya', series, 'hideQuestion', { question: 'proud.1', hidden: true });
    expect((await questions('ravi', series)).hidden).toEqual(['proud.1']);
    await says('ravi', series, 'hideQuestion', { question: 'proud.1', hidden: false });
    expect((await questions('maya', series)).hidden).toEqual([]);
  });

  test('of their own come back from the agenda into what was asked', async () => {
    const series = await startTogether(world);
    const id = randomUUID();
    await says('ravi', series, 'addQuestion', { id, text: 'Ours?' });
    await says('maya', series, 'addTopic', { id: randomUUID(), text: 'Ours?', question: id });
    await finish(series, 1);
    expect((await view(world, 'ravi', series)).json.asked).toEqual([{ question: id, meeting: 1 }]);
  });
});

test('A5: the head knows when a question about growth was last talked about', async () => {
  const series = await startTogether(world);
  const id = randomUUID();
  await says('ravi', series, 'addTopic', { id, text: 'What next?', question: 'craft.2' });
  await says('ravi', series, 'discussTopic', { discussed: true }, id);
  await finish(series, 1);
  await finish(series, 2);
  expect((await questions('maya', series)).growth).toBe(1);
});

test('D2: "keep" is part of the series: both devices know it, and it asks again three times later', async () => {
  const series = await startTogether(world);
  const { id } = await addTopic(world, 'ravi', series, 'The on-call plan');
  for (const number of [1, 2, 3]) await finish(series, number);
  const others = await world.send('maya', 'keepTopic', {
    params: { ...series.params, lineId: id },
    body: { kept: true },
  });
  expect([others.status, others.json.code]).toEqual([403, 'line.notYours']);
  await says('ravi', series, 'keepTopic', { kept: true }, id);
  const topic = async () => (await view(world, 'ravi', series)).json.topics[0];
  expect(await topic()).toMatchObject({ carried: 3, kept: 3 });
  await says('ravi', series, 'keepTopic', { kept: false }, id);
  expect(await topic()).toMatchObject({ carried: 3, kept: 0 });
});

describe('D4: agendas of one’s own', () => {
  const agenda = { name: 'planted-name', lines: [{ text: 'planted-line', question: 'proud.1' }] };
  const save = (who: string, agendaId: string, body: object = agenda) =>
    world.send(who, 'saveAgenda', { params: { agendaId }, body });
  const list = async (who: string) => (await world.ok(who, 'listAgendas')).json.agendas;

  test('are kept across series, renamed and deleted, beside the introduction', async () => {
    const id = randomUUID();
    await world.ok('ravi', 'saveIntroduction', { body: { introduction: 'Hello' } });
    await save('ravi', id);
    await world.ok('ravi', 'saveIntroduction', { body: { introduction: 'Hello again' } });
    expect(await list('ravi')).toEqual([{ id, ...agenda }]);
    await save('ravi', id, { ...agenda, name: 'Another name' });
    expect(await list('ravi')).toEqual([{ id, ...agenda, name: 'Another name' }]);
    expect((await world.ok('ravi', 'getHome')).json.introduction).toBe('Hello again');
    const remove = { params: { agendaId: id } };
    await world.ok('ravi', 'removeAgenda', remove);
    await world.ok('ravi', 'removeAgenda', remove);
    expect(await list('ravi')).toEqual([]);
  });

  test('A1: are read by nobody else, in no list, view or home', async () => {
    const series = await startTogether(world);
    const id = randomUUID();
    await save('ravi', id);
    // The same id is another agenda, of somebody else.
    await save('maya', id, { ...agenda, name: 'hers', lines: [{ text: 'hers', question: null }] });
    await sweepEffects(world.composed.services);
    const all = [
      await world.ok('maya', 'listAgendas'),
      await world.ok('maya', 'getHome'),
      await view(world, 'maya', series),
      await view(world, 'ravi', series),
    ];
    for (const { text } of all) expect(text).not.toContain('planted-');
    expect(await list('ravi')).toMatchObject([agenda]);
  });

  test('are no more than fit, and none is empty', async () => {
    for (let n = 0; n < AGENDAS_PER_PERSON; n += 1) await save('ravi', randomUUID());
    const more = await save('ravi', randomUUID());
    expect([more.status, more.json.code]).toEqual([409, 'agendas.full']);
    expect((await save('maya', randomUUID(), { ...agenda, lines: [] })).status).toBe(400);
  });
});
