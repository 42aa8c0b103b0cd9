import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import type { FeedbackView } from '@rapport/domain/feedback';
import { randomUUID } from 'node:crypto';
import { start, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const HOUR = 60 * 60 * 1000;
const now = (ahead = 0): string => new Date(world.clock.now().getTime() + ahead).toISOString();
const on = (id: string) => ({ ...series.params, lineId: id });
const says = (who: string, route: string, id: string, body: object = {}) =>
  world.ok(who, route, { params: on(id), body });
const meets = async (number: number): Promise<void> => {
  await world.ok('maya', 'startMeeting', { params: series.params, body: { number, endsAt: null } });
};
const finishes = async (number: number): Promise<void> => {
  const body = { number, nextAt: null };
  await world.ok('maya', 'finishMeeting', { params: series.params, body });
};
const passes = async (ms: number): Promise<void> => {
  world.clock.moveTo(new Date(world.clock.now().getTime() + ms));
  await sweepEffects(world.composed.services);
};

async function drafts(who: string, text: string, kind = 'criticism'): Promise<string> {
  const id = randomUUID();
  await world.ok(who, 'addPrivateFeedback', { params: series.params, body: { id, text, kind } });
  return id;
}

async function sends(who: string, text: string, ahead = 0): Promise<string> {
  const id = await drafts(who, text);
  await says(who, 'giveFeedback', id, { delivery: { how: 'send', at: now(ahead) } });
  return id;
}

const list = async (who: string) =>
  (await world.ok(who, 'listFeedback', { params: series.params })).json.feedback;

const closedOnes = async (who: string): Promise<FeedbackView[]> => {
  const all: FeedbackView[] = [];
  let continuation: string | null = null;
  do {
    const params: Record<string, string> = continuation
      ? { ...series.params, continuation }
      : series.params;
    const { json } = await world.ok(who, 'listClosedFeedback', { params });
    all.push(...json.feedback);
    ({ continuation } = json);
  } while (continuation !== null);
  return all;
};

/** Everything that the api gives somebody about the series, as it goes over the wire. */
async function givenTo(who: string): Promise<string> {
  const replies = [
    await view(world, who, series),
    await world.ok(who, 'listFeedback', { params: series.params }),
    await world.ok(who, 'listClosedFeedback', { params: series.params }),
    await world.ok(who, 'listMeetings', { params: series.params }),
    await world.ok(who, 'getHome'),
  ];
  return replies.map(({ text }) => text).join('\n');
}

describe('B2: feedback before its time', () => {
  test('a draft, one on its way and one that was brought reach nobody but their author', async () => {
    await drafts('maya', 'planted-draft');
    await sends('maya', 'planted-later', 20 * HOUR);
    const brought = await drafts('maya', 'planted-brought');
    await says('maya', 'giveFeedback', brought, { delivery: { how: 'bring' } });
    await passes(HOUR);
    expect(await givenTo('ravi')).not.toContain('planted');
    expect(await givenTo('maya')).toContain('planted-later');
  });

  test('sent, it arrives at its time, without its words until it is opened', async () => {
    const id = await sends('maya', 'planted-words', 20 * HOUR);
    await passes(21 * HOUR);
    const [his] = await list('ravi');
    expect(his).toMatchObject({ id, from: 'manager', text: null, answer: null });
    expect(await givenTo('ravi')).not.toContain('planted');
    expect((await view(world, 'maya', series)).json.onlyMe.feedback).toEqual([]);
    await says('ravi', 'openFeedback', id);
    expect((await list('ravi'))[0].text).toBe('planted-words');
  });

  test('brought to the next 1:1, the text follows when that is over, if it was spoken', async () => {
    const [said, unsaid] = [await drafts('maya', 'spoken'), await drafts('maya', 'not spoken')];
    for (const id of [said, unsaid]) {
      await says('maya', 'giveFeedback', id, { delivery: { how: 'bring' } });
    }
    await meets(1);
    await says('maya', 'sayFeedback', said, { said: true });
    await passes(HOUR);
    expect(await list('ravi')).toEqual([]);
    await finishes(1);
    expect((await list('ravi')).map(({ id }: { id: string }) => id)).toEqual([said]);
    const mine = (await view(world, 'maya', series)).json.onlyMe.feedback;
    expect(mine).toMatchObject([{ text: 'not spoken', delivery: { how: 'bring' } }]);
  });

  test('A9: nothing arrives while the two are in a meeting', async () => {
    await sends('maya', 'planted', HOUR);
    await meets(1);
    await passes(2 * HOUR);
    expect(await list('ravi')).toEqual([]);
    await finishes(1);
    await passes(HOUR);
    expect(await list('ravi')).toHaveLength(1);
  });

  test('can be kept back on its way, and taken back until it was opened', async () => {
    const late = await sends('maya', 'thought better of it', 20 * HOUR);
    await says('maya', 'keepFeedback', late);
    await passes(21 * HOUR);
    expect(await list('ravi')).toEqual([]);
    const id = await sends('maya', 'too quick');
    await says('maya', 'takeFeedbackBack', id);
    expect([await list('ravi'), await list('maya')]).toEqual([[], []]);
    expect((await view(world, 'ravi', series)).json.loops).toEqual([]);
    const read = await sends('maya', 'read');
    await says('ravi', 'openFeedback', read);
    const late2 = await world.send('maya', 'takeFeedbackBack', { params: on(read) });
    expect([late2.status, late2.json.code]).toEqual([409, 'feedback.opened']);
  });
});

describe('B1: however much there has been', () => {
  test('what is open is always there, the latest first; what was closed is found page by page', async () => {
    const given: string[] = [];
    for (let n = 0; n < 60; n += 1) {
      world.clock.moveTo(new Date(world.clock.now().getTime() + HOUR));
      const id = await sends('maya', `piece ${n}`);
      given.push(id);
      // Every third one stays open; thirty may be open at a time.
      if (n % 3 === 0) continue;
      await says('ravi', 'openFeedback', id);
      await says('ravi', 'answerFeedback', id, { kind: 'thanks', words: null });
      await says('ravi', 'closeFeedback', id);
    }
    const open = given.filter((_, n) => n % 3 === 0);
    const ids = (all: readonly FeedbackView[]): string[] => all.map(({ id }) => id);
    for (const who of ['maya', 'ravi']) {
      expect(ids(await list(who))).toEqual(open.toReversed());
      const closed = ids(await closedOnes(who));
      expect(closed.toSorted()).toEqual(given.filter((id) => !open.includes(id)).toSorted());
    }
    const newest = await sends('ravi', 'the newest');
    expect((await list('maya'))[0]).toMatchObject({ id: newest, text: null });
  });

  test('its id in the store says nothing of its time', async () => {
    const id = await sends('maya', 'words');
    const { documents } = await world.composed.services.documents.list(
      { container: 'series', key: series.seriesId },
      'feedback',
      10,
    );
    expect(documents.map((one) => one.id)).toEqual([`feedback.${id}`]);
  });
});

describe('C6: before both agreed', () => {
  test('feedback stays a draft', async () => {
    series = await start(world, { report: { oid: world.issuer.person('lena').oid, name: 'Lena' } });
    await world.ok('lena', 'acceptInvitation', {
      params: series.params,
      body: { terms: 1, agree: false },
    });
    const id = await drafts('maya', 'not yet');
    const delivery = { how: 'bring' };
    const early = await world.send('maya', 'giveFeedback', { params: on(id), body: { delivery } });
    expect([early.status, early.json.code]).toEqual([409, 'terms.notAgreed']);
  });
});

describe('B1, B5: the answers', () => {
  test('its author learns of the answer, never of the reading', async () => {
    const id = await sends('maya', 'words');
    const before = await list('maya');
    await says('ravi', 'openFeedback', id);
    expect(await list('maya')).toEqual(before);
    await says('ravi', 'answerFeedback', id, { kind: 'question', words: 'Which one?' });
    expect((await list('maya'))[0].answer).toMatchObject({ kind: 'question', words: 'Which one?' });
    await says('maya', 'replyToAnswer', id, { text: 'The second' });
    expect((await list('ravi'))[0].reply.text).toBe('The second');
    await says('ravi', 'closeFeedback', id);
    for (const who of ['maya', 'ravi']) {
      expect(await list(who)).toEqual([]);
      expect(await closedOnes(who)).toMatchObject([{ id, closedAt: expect.any(String) }]);
      expect((await view(world, who, series)).json.loops).toEqual([]);
    }
  });

  test('"I will try this" makes a promise of the receiver’s, "let’s talk" a topic of theirs', async () => {
    const one = await sends('maya', 'one');
    const two = await sends('maya', 'two');
    for (const id of [one, two]) await says('ravi', 'openFeedback', id);
    await says('ravi', 'answerFeedback', one, { kind: 'willTry', words: 'Ask earlier' });
    await says('ravi', 'answerFeedback', two, { kind: 'talk', words: 'About your feedback' });
    const { actions, topics } = (await view(world, 'maya', series)).json;
    expect(actions).toMatchObject([{ text: 'Ask earlier', owner: 'report', by: 'report' }]);
    expect(topics).toMatchObject([{ text: 'About your feedback', by: 'report' }]);
  });

  test('a loop without an answer is brought back in the next meeting, once', async () => {
    await sends('maya', 'words');
    const loop = async () => (await view(world, 'ravi', series)).json.loops[0];
    expect((await loop()).broughtBack).toBeNull();
    for (const number of [1, 2, 3]) {
      await meets(number);
      await finishes(number);
    }
    expect((await loop()).broughtBack).toBe(2);
  });
});

describe('interrupted', () => {
  for (const survived of [0, 1]) {
    test(`B2: a delivery after ${survived} of 2 writes arrives once, with the sweep`, async () => {
      const id = await sends('maya', 'words', HOUR);
      const { documents } = world.composed.services;
      const write = documents.write.bind(documents);
      let left = survived;
      Object.assign(documents, {
        write: (...args: Parameters<typeof write>) => {
          left -= 1;
          return left < 0 ? Promise.reject(new Error('the process is gone')) : write(...args);
        },
      });
      await passes(2 * HOUR);
      Object.assign(documents, { write });
      await passes(HOUR);
      expect((await list('ravi')).map((one: { id: string }) => one.id)).toEqual([id]);
      const mine = (await view(world, 'maya', series)).json;
      expect([mine.onlyMe.feedback, mine.loops.length]).toEqual([[], 1]);
    });
  }
});

describe('D6: check-ins', () => {
  const gives = (who: string, worth: number, meeting = 1) =>
    world.send(who, 'addCheckIn', {
      params: series.params,
      body: { meeting, worth, heard: 5, share: 60 },
    });
  const reads = async (who: string, number = 1) =>
    (await world.ok(who, 'getCheckIn', { params: { ...series.params, number: `${number}` } })).json;

  test('are seen side by side, only once both answered', async () => {
    await meets(1);
    await finishes(1);
    expect((await view(world, 'ravi', series)).json.checkIn).toBe(1);
    await gives('maya', 4);
    expect((await reads('maya')).mine.worth).toBe(4);
    // Kept private and no answer read the same.
    expect(await reads('ravi')).toEqual({ mine: null, both: null });
    await gives('ravi', 2);
    const [hers, his] = [await reads('maya'), await reads('ravi')];
    expect(hers.both).toEqual(his.both);
    expect([hers.both.manager.worth, hers.both.report.worth]).toEqual([4, 2]);
  });

  test('cannot be changed, nor given late', async () => {
    await meets(1);
    await finishes(1);
    await gives('maya', 4);
    await gives('maya', 1);
    expect((await reads('maya')).mine.worth).toBe(4);
    await passes(49 * HOUR);
    const late = await gives('ravi', 3);
    expect([late.status, late.json.code]).toEqual([409, 'checkIn.notDue']);
    expect((await reads('maya')).both).toBeNull();
    expect((await view(world, 'ravi', series)).json.checkIn).toBeNull();
  });

  test('with answers that are none are refused with their field', async () => {
    await meets(1);
    await finishes(1);
    const wrong = await gives('ravi', 6);
    expect([wrong.status, wrong.json.field]).toEqual([400, 'worth']);
  });
});
