import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { addTopic, start, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const shape = (person: string, { params }: Started, body: object) =>
  world.send(person, 'shapeSeries', { params, body });
const aboutUs = async (person: string, { params }: Started) =>
  (await world.ok(person, 'getAboutUs', { params })).json;
const says = (person: string, { params }: Started, subject: string, text: string | null) =>
  world.send(person, 'answerSubject', { params: { ...params, subject }, body: { text } });
const joinWithoutAgreeing = ({ params }: Started) =>
  world.ok('ravi', 'acceptInvitation', { params, body: { terms: 1, agree: false } });

describe('C1: preparing alone', () => {
  test('works before the other one joined, and they find it when they do', async () => {
    const series = await start(world, { introduction: 'Hi {name}, I am glad.' });
    await addTopic(world, 'maya', series, 'prepared');
    expect((await says('maya', series, 'like', 'An early riser')).status).toBe(200);
    expect((await says('maya', series, 'joined', null)).status).toBe(200);
    const invited = await world.ok('ravi', 'getInvitation', { params: series.params });
    expect(invited.json.introduction).toBe('Hi Ravi, I am glad.');
    expect(invited.text).not.toContain('prepared');
    expect((await world.send('ravi', 'getAboutUs', { params: series.params })).status).toBe(404);
    const body = { terms: 1, agree: true };
    await world.ok('ravi', 'acceptInvitation', { params: series.params, body });
    const { json } = await view(world, 'ravi', series);
    expect([json.topics[0].text, json.subjectsLeft]).toEqual(['prepared', 2]);
    expect((await aboutUs('ravi', series)).answers).toMatchObject([{ text: 'An early riser' }]);
  });

  test('the introduction of one series is changed by its manager, and earlier words stay to be read', async () => {
    const series = await startTogether(world);
    const refused = await shape('ravi', series, { introduction: 'planted' });
    expect([refused.status, refused.json.code]).toEqual([403, 'series.notManager']);
    expect((await shape('maya', series, { introduction: 'Anew' })).status).toBe(200);
    const { json } = await view(world, 'ravi', series);
    expect(json.introduction).toBe('Anew');
    expect(json.shaped).toMatchObject([{ what: 'introduction', by: 'manager' }]);
    expect((await aboutUs('ravi', series)).introductions).toMatchObject([
      { text: 'I am glad that we do this.' },
    ]);
  });
});

describe('C2, A2: the shape', () => {
  test('is changed by either; rhythm reaches both homes', async () => {
    const series = await startTogether(world);
    expect((await view(world, 'ravi', series)).json.format).toBe('free');
    await shape('ravi', series, { format: 'structured', rhythm: 'weekly', minutes: 60 });
    const { json } = await view(world, 'maya', series);
    expect([json.format, json.rhythm, json.minutes]).toEqual(['structured', 'weekly', 60]);
    const homes = await Promise.all(['maya', 'ravi'].map((who) => world.ok(who, 'getHome')));
    expect(homes.map((home) => home.json.seats[0].rhythm)).toEqual(['weekly', 'weekly']);
  });

  test('two changes at once both stay', async () => {
    const series = await startTogether(world);
    await Promise.all([
      shape('maya', series, { format: 'structured' }),
      shape('ravi', series, { minutes: 15 }),
      shape('maya', series, { labels: 'mentor' }),
    ]);
    const { json } = await view(world, 'ravi', series);
    expect([json.format, json.minutes, json.labels]).toEqual(['structured', 15, 'mentor']);
  });

  test('is none of the business of a series that has ended', async () => {
    const series = await startTogether(world);
    await world.ok('ravi', 'leaveSeries', { params: series.params });
    const late = await shape('maya', series, { format: 'structured' });
    expect([late.status, late.json.code]).toEqual([409, 'series.ended']);
    expect((await says('maya', series, 'like', 'x')).json.code).toBe('series.ended');
  });
});

describe('A4: about us', () => {
  test('answers at once of both all stay, and the head says what is left', async () => {
    const series = await startTogether(world);
    await Promise.all(
      ['like', 'joined', 'feedback'].map((one) => says('maya', series, one, `hers ${one}`)),
    );
    await Promise.all(
      ['like', 'joined', 'feedback'].map((one) => says('ravi', series, one, `his ${one}`)),
    );
    const { answers } = await aboutUs('maya', series);
    expect(answers).toHaveLength(6);
    expect((await view(world, 'ravi', series)).json.subjectsLeft).toBe(0);
    const ahead = await says('maya', series, 'career', 'too early');
    expect([ahead.status, ahead.json.code]).toEqual([409, 'aboutUs.notYet']);
  });

  test('what one of the two skipped is told to nobody, not by the size of an answer either', async () => {
    const series = await startTogether(world);
    await says('maya', series, 'like', 'x');
    const before = await aboutUs('maya', series);
    await says('ravi', series, 'like', null);
    expect(await aboutUs('maya', series)).toEqual(before);
    expect((await view(world, 'maya', series)).text).not.toContain('skipped');
  });
});

describe('C6: before both agreed', () => {
  const draft = async (series: Started): Promise<string> => {
    const id = randomUUID();
    const body = { id, text: 'meant for both', topic: null, draft: true };
    await world.ok('ravi', 'addPrivateNote', { params: series.params, body });
    return id;
  };
  const share = (series: Started, lineId: string, person = 'ravi') =>
    world.send(person, 'shareNote', { params: { ...series.params, lineId } });

  test('a note for both is its author’s draft, and is shared by a press of theirs once both agreed', async () => {
    const series = await start(world);
    await joinWithoutAgreeing(series);
    const id = await draft(series);
    const early = await share(series, id);
    expect([early.status, early.json.code]).toEqual([409, 'terms.notAgreed']);
    await world.ok('ravi', 'agreeToTerms', { params: series.params, body: { terms: 1 } });
    expect((await view(world, 'maya', series)).text).not.toContain('meant for both');
    expect((await share(series, id)).status).toBe(200);
    const [hers, his] = await Promise.all(['maya', 'ravi'].map((who) => view(world, who, series)));
    expect(hers?.json.notes).toMatchObject([{ id, by: 'report', text: 'meant for both' }]);
    expect(hers?.text).not.toContain('draft');
    expect([his?.json.notes.length, his?.json.onlyMe.notes.length]).toEqual([1, 0]);
  });

  test('a note that was only ever for oneself is not shared at all', async () => {
    const series = await startTogether(world);
    const id = randomUUID();
    const body = { id, text: 'mine alone', topic: null };
    await world.ok('ravi', 'addPrivateNote', { params: series.params, body });
    expect((await share(series, id)).status).toBe(404);
    expect((await view(world, 'maya', series)).text).not.toContain('mine alone');
  });

  test('answers about oneself wait for it, too', async () => {
    const series = await start(world);
    await joinWithoutAgreeing(series);
    await says('maya', series, 'like', 'hers');
    expect((await aboutUs('ravi', series)).answers).toEqual([]);
    await world.ok('ravi', 'agreeToTerms', { params: series.params, body: { terms: 1 } });
    expect((await aboutUs('ravi', series)).answers).toMatchObject([{ text: 'hers' }]);
  });

  test('"not now" and the exception change nothing that the manager reads, byte for byte', async () => {
    const series = await start(world);
    await joinWithoutAgreeing(series);
    const before = await view(world, 'maya', series);
    await world.ok('ravi', 'postponeTerms', { params: series.params, body: { terms: 1 } });
    await world.ok('ravi', 'allowCommonConcern', { params: series.params, body: { on: true } });
    const after = await view(world, 'maya', series);
    expect(after.headers['etag']).toBe(before.headers['etag']);
    expect(after.text).toBe(before.text);
    expect((await view(world, 'ravi', series)).json.terms.commonConcern).toBe(true);
  });
});
