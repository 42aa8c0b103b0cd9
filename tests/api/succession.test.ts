import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { BROUGHT, seriesPartition } from '@rapport/api/places';
import { changeBroughtBeside } from '@rapport/api/writing/changeBrought';
import { ledSeries } from '@rapport/api/writing/onConcern';
import { personIdOf } from '@rapport/domain/person';
import type { Brought } from '@rapport/domain/succession.schema';
import { randomUUID } from 'node:crypto';
import {
  askSuccessor,
  broughtTo,
  follow,
  join,
  offer,
  under,
  writeGoal,
  writeLine,
} from './support/followOn';
import { addTopic, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

const DAY = 24 * 60 * 60 * 1000;
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const inDays = (days: number): string =>
  new Date(world.clock.now().getTime() + days * DAY).toISOString();
const now = (): string => world.clock.now().toISOString();
const moveOn = (days: number) =>
  world.clock.moveTo(new Date(world.clock.now().getTime() + days * DAY));
const namings = async (who: string) => (await world.ok(who, 'listNamings')).json.namings;
const list = async (who: string, { params }: Started) =>
  (await world.ok(who, 'listSuccessions', { params })).json;
const texts = async (who: string, series: Started) =>
  (await broughtTo(world, who, series)).map(({ text }) => text);
/** How many lines of what came along are in the store. */
const stored = async ({ seriesId }: Started) => {
  const { documents } = world.composed.services;
  return (await documents.read<Brought>(seriesPartition(seriesId), BROUGHT.id))?.value.lines.length;
};
const agree = (who: string, { params }: Started, offerId: string) =>
  world.send(who, 'agreeToOffer', { params: { ...params, offerId } });

/** Maya led Ravi; Lena leads him now. */
async function handedOver(until?: string) {
  const first = await under(world, 'maya', 'ravi');
  const standIn = until ? { until } : {};
  const id = await askSuccessor(world, first, { asker: 'maya', person: 'lena', ...standIn });
  const second = await follow(world, 'lena', 'ravi', id);
  await join(world, 'ravi', second);
  return { first, second, id };
}

describe('C7: a stand-in, or a new manager', () => {
  test('is asked, and begins with the report anew: an empty page, and nothing of the old one', async () => {
    const first = await under(world, 'maya', 'ravi');
    const secret = await addTopic(world, 'ravi', first, 'zephyr');
    const until = inDays(30);
    const id = await askSuccessor(world, first, { asker: 'maya', person: 'lena', until });
    const [naming] = await namings('lena');
    expect(naming).toEqual({
      id,
      kind: 'standIn',
      until,
      by: 'Maya Adeyemi',
      manager: 'Maya Adeyemi',
      report: { oid: world.issuer.person('ravi').oid, name: 'Ravi Subramanian' },
      expiresAt: expect.any(String),
    });
    const second = await follow(world, 'lena', 'ravi', id);
    expect(await namings('lena')).toEqual([]);
    const invited = await world.ok('ravi', 'getInvitation', { params: second.params });
    const origin = { kind: 'standIn', of: 'Maya Adeyemi', until };
    expect(invited.json.origin).toEqual(origin);
    await join(world, 'ravi', second);
    const hers = await view(world, 'lena', second);
    expect(hers.json).toMatchObject({ origin, topics: [], actions: [], lastMeeting: null });
    for (const gone of ['zephyr', secret.id, secret.version, first.seriesId, id]) {
      expect(hers.text).not.toContain(gone);
    }
    expect((await world.send('lena', 'getSeries', { params: first.params })).status).toBe(404);
    expect((await world.send('maya', 'getSeries', { params: second.params })).status).toBe(404);
    expect((await list('ravi', first)).entries).toMatchObject([{ id, state: 'begun' }]);
  });

  test('nobody begins one who was not asked, was asked about somebody else, or whose question is over', async () => {
    const first = await under(world, 'maya', 'ravi');
    const id = await askSuccessor(world, first, { asker: 'ravi', person: 'lena' });
    const begins = async (who: string, report: string) => {
      const { oid, name } = world.issuer.person(report);
      const body = {
        id: randomUUID(),
        report: { oid, name },
        rhythm: 'weekly',
        minutes: 30,
        introduction: '',
        agree: true,
        naming: id,
      };
      return (await world.send(who, 'startSeries', { body })).json.code;
    };
    expect(await begins('tom', 'ravi')).toBe('naming.notFound');
    expect(await begins('lena', 'sam')).toBe('naming.notFound');
    const path = { params: { ...first.params, successionId: id } };
    await world.ok('maya', 'withdrawSuccession', path);
    expect([await namings('lena'), await begins('lena', 'ravi')]).toEqual([[], 'naming.notFound']);
  });

  test('"not now" reaches the two, without a reason; after seven days a question is over', async () => {
    const first = await under(world, 'maya', 'ravi');
    const id = await askSuccessor(world, first, { asker: 'maya', person: 'lena' });
    await world.ok('lena', 'declineNaming', { params: { namingId: id } });
    await askSuccessor(world, first, { asker: 'maya', person: 'tom' });
    moveOn(8);
    const states = (await list('ravi', first)).entries.map((one: { state: string }) => one.state);
    expect([states, await namings('lena'), await namings('tom')]).toEqual([
      ['declined', 'expired'],
      [],
      [],
    ]);
  });

  test('the two themselves cannot be asked, and a stand-in has an end', async () => {
    const { params } = await under(world, 'maya', 'ravi');
    const asks = async (person: string, kind: string, until: string | null) => {
      const { oid, name } = world.issuer.person(person);
      const body = { id: randomUUID(), kind, person: { oid, name }, until };
      return (await world.send('maya', 'nameSuccessor', { params, body })).json.code;
    };
    expect(await asks('ravi', 'handOver', null)).toBe('series.withYourself');
    expect(await asks('lena', 'standIn', null)).toBe('succession.when');
    expect(await asks('lena', 'standIn', inDays(-1))).toBe('succession.when');
    expect(await asks('lena', 'handOver', inDays(3))).toBe('succession.when');
  });
});

describe('C7: what is taken along', () => {
  test('own words go by their author alone, and the other one is told nothing of it', async () => {
    const { first, second, id } = await handedOver();
    const before = await world.ok('maya', 'listSuccessions', { params: first.params });
    const line = await writeLine(world, 'ravi', first, 'topic', { text: 'My next step' });
    expect((await offer(world, 'ravi', first, id, line)).status).toBe(200);
    const brought = await broughtTo(world, 'lena', second);
    expect(brought).toEqual([
      {
        id: expect.any(String),
        noun: 'topic',
        text: 'My next step',
        from: 'Ravi Subramanian',
        role: 'report',
        came: now().slice(0, 10),
      },
    ]);
    const sent = JSON.stringify(brought);
    for (const old of [line.id, line.line, line.version, first.seriesId]) {
      expect(sent).not.toContain(old);
    }
    expect(sent).not.toMatch(/\d{4}-\d\d-\d\dT/);
    const after = await world.ok('maya', 'listSuccessions', { params: first.params });
    expect(after.text).toBe(before.text);
  });

  test('nobody lets the other one’s words go, nor words that were changed since', async () => {
    const { first, id } = await handedOver();
    const line = await writeLine(world, 'ravi', first, 'topic');
    const taken = await offer(world, 'maya', first, id, line);
    expect([taken.status, taken.json.code]).toEqual([403, 'line.notYours']);
    const old = await offer(world, 'ravi', first, id, { ...line, version: randomUUID() });
    expect(old.json.code).toBe('line.changedSince');
    expect((await offer(world, 'lena', first, id, line)).status).toBe(404);
  });

  test('a joint one goes when both let it go; refused and unanswered look alike', async () => {
    const { first, second, id } = await handedOver();
    const promise = await writeLine(world, 'ravi', first, 'action', { owner: 'manager' });
    await offer(world, 'ravi', first, id, promise);
    expect(await texts('lena', second)).toEqual([]);
    expect((await list('maya', first)).offers).toMatchObject([
      { id: promise.id, mine: false, given: false, state: 'waiting' },
    ]);
    const unanswered = await list('ravi', first);
    await agree('maya', first, promise.id);
    expect(await texts('lena', second)).toEqual(['a action of ravi']);
    expect((await list('ravi', first)).offers).not.toEqual(unanswered.offers);
    const late = await world.send('ravi', 'takeBackOffer', {
      params: { ...first.params, offerId: promise.id },
    });
    expect(late.json.code).toBe('offer.carried');
  });

  test('before the new one began it waits, and can be taken back', async () => {
    const first = await under(world, 'maya', 'ravi');
    const id = await askSuccessor(world, first, { asker: 'ravi', person: 'lena' });
    const [kept, back] = [
      await writeLine(world, 'ravi', first, 'topic', { text: 'kept' }),
      await writeLine(world, 'maya', first, 'topic', { text: 'taken back' }),
    ];
    await offer(world, 'ravi', first, id, kept);
    await offer(world, 'maya', first, id, back);
    const path = { params: { ...first.params, offerId: back.id } };
    await world.ok('maya', 'takeBackOffer', path);
    const second = await follow(world, 'lena', 'ravi', id);
    expect(await texts('lena', second)).toEqual([]);
    await join(world, 'ravi', second);
    expect(await texts('lena', second)).toEqual(['kept']);
  });

  test('D1: what was removed since does not go, nor is it read where it was to be let go', async () => {
    const first = await under(world, 'maya', 'ravi');
    const id = await askSuccessor(world, first, { asker: 'ravi', person: 'lena' });
    const own = await writeLine(world, 'ravi', first, 'topic', { text: 'planted-own' });
    const joint = await writeLine(world, 'ravi', first, 'action', {
      text: 'planted-joint',
      owner: 'manager',
    });
    const goal = await writeGoal(world, 'ravi', first, { owner: 'manager', text: 'kept' });
    const part = { id: randomUUID(), part: 'relevant', text: 'planted-part' };
    const { version } = (
      await world.ok('ravi', 'addGoalLine', { params: goal.at, body: part, key: randomUUID() })
    ).json;
    expect(version).toEqual(expect.any(Number));
    const whole = await goal.read();
    for (const one of [own, joint, whole]) await offer(world, 'ravi', first, id, one);
    expect((await world.ok('maya', 'listSuccessions', { params: first.params })).text).toContain(
      'planted-joint',
    );
    const remove = (route: string, params: object, named: string) =>
      world.ok('ravi', route, { params: { ...first.params, ...params }, body: { version: named } });
    await remove('removeTopic', { lineId: own.line }, own.version);
    await remove('removeAction', { lineId: joint.line }, joint.version);
    const wording = whole.goal.versions.at(-1) ?? '';
    await remove('removeGoalLine', { ...goal.at, lineId: part.id }, wording);
    for (const who of ['maya', 'ravi']) expect((await list(who, first)).offers).toEqual([]);
    expect((await agree('maya', first, joint.id)).json.code).toBe('offer.unknown');
    const second = await follow(world, 'lena', 'ravi', id);
    await join(world, 'ravi', second);
    expect(await texts('lena', second)).toEqual([]);
    // Without those words it may go as before.
    expect((await offer(world, 'ravi', first, id, await goal.read())).status).toBe(200);
  });

  test('D5: is kept in the list of what went as long as a meeting of that day', async () => {
    const { first, second, id } = await handedOver();
    await offer(world, 'ravi', first, id, await writeLine(world, 'ravi', first, 'note'));
    const joint = await writeLine(world, 'ravi', first, 'action', { owner: 'manager' });
    await offer(world, 'ravi', first, id, joint);
    moveOn(729);
    for (const who of ['maya', 'ravi']) expect((await list(who, first)).offers).not.toEqual([]);
    moveOn(2);
    for (const who of ['maya', 'ravi']) expect((await list(who, first)).offers).toEqual([]);
    expect((await agree('maya', first, joint.id)).json.code).toBe('offer.unknown');
    expect(await texts('lena', second)).toEqual([]);
    expect(await stored(second)).toBe(1);
    await sweepEffects(world.composed.services);
    expect(await stored(second)).toBe(0);
  });

  test('whoever has left lets nothing more go, and takes back what has not gone yet', async () => {
    const first = await under(world, 'maya', 'ravi');
    const id = await askSuccessor(world, first, { asker: 'maya', person: 'lena' });
    const lines = [
      await writeLine(world, 'maya', first, 'topic', { text: 'stays let go' }),
      await writeLine(world, 'maya', first, 'topic', { text: 'taken back' }),
      await writeLine(world, 'maya', first, 'topic', { text: 'too late' }),
    ] as const;
    await offer(world, 'maya', first, id, lines[0]);
    await offer(world, 'maya', first, id, lines[1]);
    await world.ok('maya', 'leaveSeries', { params: first.params });
    expect((await offer(world, 'maya', first, id, lines[2])).status).toBe(404);
    const path = { params: { ...first.params, offerId: lines[1].id } };
    expect((await world.send('lena', 'takeBackOffer', path)).status).toBe(404);
    expect((await world.send('ravi', 'takeBackOffer', path)).json.code).toBe('offer.unknown');
    await world.ok('maya', 'takeBackOffer', path);
    const second = await follow(world, 'lena', 'ravi', id);
    await join(world, 'ravi', second);
    expect(await texts('lena', second)).toEqual(['stays let go']);
  });

  test('a line of a past meeting goes as well, without its time', async () => {
    const { first, second, id } = await handedOver();
    const line = await writeLine(world, 'ravi', first, 'note', { text: 'from then' });
    await world.ok('maya', 'startMeeting', {
      params: first.params,
      body: { number: 1, endsAt: null },
    });
    await world.ok('maya', 'finishMeeting', {
      params: first.params,
      body: { number: 1, nextAt: null },
    });
    expect((await offer(world, 'ravi', first, id, line)).json.code).toBe('note.unknown');
    await offer(world, 'ravi', first, id, { ...line, meeting: 1 });
    expect(await texts('ravi', second)).toEqual(['from then']);
  });

  test('D11: is in either one’s copy, without where it stood, and in nobody else’s', async () => {
    const { first, second, id } = await handedOver();
    await offer(world, 'ravi', first, id, await writeLine(world, 'ravi', first, 'note'));
    const copyOf = (who: string, { params }: typeof first) =>
      world.send(who, 'exportSeries', { params, body: { includePrivate: false } });
    const line = { noun: 'note', text: 'a note of ravi', role: 'report' };
    for (const who of ['lena', 'ravi']) {
      const { brought } = (await copyOf(who, second)).json;
      expect(brought).toEqual([{ ...line, from: expect.stringContaining('Ravi') }]);
    }
    expect((await copyOf('maya', second)).status).toBe(404);
    expect((await copyOf('maya', first)).json.brought).toEqual([]);
  });

  test('D5: is found by the two where it came to, and by nobody else; what has not come is not', async () => {
    const { first, second, id } = await handedOver();
    const words = async (who: string, { params }: Started) =>
      (await world.ok(who, 'listWords', { params })).json.brought;
    const says = async (who: string) => (await view(world, who, second)).json.brought;
    expect([await words('lena', second), await says('lena')]).toEqual([[], undefined]);
    const own = await writeLine(world, 'ravi', first, 'topic', { text: 'came along' });
    const waits = await writeLine(world, 'ravi', first, 'action', { owner: 'manager' });
    const back = await writeLine(world, 'maya', first, 'topic', { text: 'taken back' });
    for (const one of [own, waits]) await offer(world, 'ravi', first, id, one);
    await offer(world, 'maya', first, id, back);
    const [along] = (await broughtTo(world, 'lena', second)).filter(
      ({ text }) => text === 'taken back',
    );
    const taken = { ...second.params, lineId: along?.id ?? '' };
    await world.ok('lena', 'removeBrought', { params: taken });
    for (const who of ['lena', 'ravi']) {
      expect(await words(who, second)).toEqual(await broughtTo(world, who, second));
      expect(await words(who, second)).toMatchObject([{ text: 'came along' }]);
      expect(await says(who)).toBe(true);
    }
    for (const who of ['maya', 'ravi']) expect(await words(who, first)).toEqual([]);
    for (const who of ['maya', 'tom']) {
      expect((await world.send(who, 'listWords', { params: second.params })).status).toBe(404);
    }
    const last = (await words('ravi', second))[0].id;
    await world.ok('ravi', 'removeBrought', { params: { ...second.params, lineId: last } });
    expect([await words('ravi', second), await says('ravi')]).toEqual([[], undefined]);
  });

  test('D5: goes with the retention of where it came to, from the day it came, out of the store too', async () => {
    const { first, second, id } = await handedOver();
    const line = await writeLine(world, 'ravi', first, 'topic', { text: 'came first' });
    const { services } = world.composed;
    moveOn(300);
    await offer(world, 'ravi', first, id, line);
    moveOn(20);
    await offer(world, 'ravi', first, id, await writeLine(world, 'ravi', first, 'note'));
    // Nothing of what it was before counts, nor how long that is kept.
    await world.ok('maya', 'setRetention', { params: first.params, body: { months: 60 } });
    await world.ok('lena', 'setRetention', { params: second.params, body: { months: 6 } });
    moveOn(31);
    await sweepEffects(services);
    expect(await texts('lena', second)).toHaveLength(2);
    moveOn(135);
    expect(await texts('lena', second)).toEqual(['a note of ravi']);
    expect(await stored(second)).toBe(2);
    await sweepEffects(services);
    expect(await stored(second)).toBe(1);
    // Brought again from there it does not come a second time.
    await offer(world, 'ravi', first, id, await writeLine(world, 'ravi', first, 'topic'));
    expect((await texts('ravi', second)).toSorted()).toEqual(['a note of ravi', 'a topic of ravi']);
    world.nudges.length = 0;
    moveOn(400);
    await sweepEffects(services);
    expect([await stored(second), await texts('ravi', second)]).toEqual([0, []]);
    expect((await view(world, 'lena', second)).json).not.toHaveProperty('brought');
    expect(world.nudges.length).toBeGreaterThan(0);
    expect(await sweepEffects(services)).toBe(0);
  });

  test('comes while the last line goes: the head says that there is one', async () => {
    const { first, second, id } = await handedOver();
    await offer(world, 'ravi', first, id, await writeLine(world, 'ravi', first, 'topic'));
    const [line] = await broughtTo(world, 'lena', second);
    const { documents } = world.composed.services;
    const { read } = documents;
    let before: Promise<unknown> | null = null;
    const between: typeof read = async (where, what, ...how) => {
      const found = read<never>(where, what, ...how);
      if (where.key !== second.seriesId || before === null) {
        before = found;
        return found;
      }
      Object.assign(documents, { read });
      await Promise.all([before, found]);
      const params = { ...second.params, lineId: line?.id ?? '' };
      await world.ok('ravi', 'removeBrought', { params });
      return read<never>(where, what, ...how);
    };
    Object.assign(documents, { read: between });
    await changeBroughtBeside(world.composed.services, second.seriesId, ({ lines, ...rest }) => ({
      ...rest,
      lines: [...lines, { id: randomUUID(), noun: 'note', text: 'new', from: 'x', role: null }],
    }));
    expect(await texts('lena', second)).toEqual(['new']);
    expect((await view(world, 'lena', second)).json.brought).toBe(true);
  });

  test('is taken off again by whose it is, and does not come a second time', async () => {
    const { first, second, id } = await handedOver();
    const line = await writeLine(world, 'ravi', first, 'topic');
    await offer(world, 'ravi', first, id, line);
    const [brought] = await broughtTo(world, 'lena', second);
    const path = { params: { ...second.params, lineId: brought?.id ?? '' } };
    expect((await world.send('lena', 'removeBrought', path)).status).toBe(403);
    await world.ok('ravi', 'removeBrought', path);
    await offer(world, 'ravi', first, id, await writeLine(world, 'ravi', first, 'note'));
    expect(await texts('lena', second)).toEqual(['a note of ravi']);
  });
});

describe('C7: a goal', () => {
  test('of one’s own goes by oneself, with its parts; how it goes stays, and nobody is told', async () => {
    const { first, second, id } = await handedOver();
    const { read, at } = await writeGoal(world, 'ravi', first, { owner: 'report', text: 'zephyr' });
    const due = '2027-06-30';
    await world.ok('ravi', 'changeGoal', { params: at, body: { due } });
    const before = await world.ok('maya', 'listSuccessions', { params: first.params });
    const named = await read();
    expect((await offer(world, 'maya', first, id, named)).json.code).toBe('line.notYours');
    expect((await offer(world, 'lena', first, id, named)).status).toBe(404);
    expect((await offer(world, 'ravi', first, id, named)).status).toBe(200);
    const his = { from: 'Ravi Subramanian', role: 'report' };
    const brought = await broughtTo(world, 'lena', second);
    expect(brought).toEqual([
      {
        id: expect.any(String),
        noun: 'goal',
        text: 'zephyr',
        ...his,
        came: now().slice(0, 10),
        goal: {
          owner: his,
          due,
          parts: [{ part: 'specific', text: 'specifically, zephyr', ...his }],
        },
      },
    ]);
    const sent = JSON.stringify(brought);
    expect(sent).not.toMatch(/so far|suggested|\d{4}-\d\d-\d\dT/);
    const ids = [named.id, named.line, ...named.goal.versions, first.seriesId];
    for (const old of ids) expect(sent).not.toContain(old);
    const after = await world.ok('maya', 'listSuccessions', { params: first.params });
    expect(after.text).toBe(before.text);
  });

  test('of both waits for both; what was written after the yes does not go', async () => {
    const { first, second, id } = await handedOver();
    const { read, at } = await writeGoal(world, 'maya', first, { owner: 'report', text: 'x' });
    const early = await read();
    const measure = { id: randomUUID(), part: 'measurable', text: 'his' };
    await world.ok('ravi', 'addGoalLine', { params: at, body: measure });
    const named = await read();
    await offer(world, 'ravi', first, id, named);
    expect(await broughtTo(world, 'lena', second)).toEqual([]);
    const [seen] = (await list('maya', first)).offers;
    expect(seen).toMatchObject({
      line: at.goalId,
      goal: { author: 'manager', owner: 'report', parts: [{ by: 'manager' }, { by: 'report' }] },
      mine: false,
      given: false,
      state: 'waiting',
    });
    const late = { id: randomUUID(), part: 'relevant', text: 'later words' };
    await world.ok('ravi', 'addGoalLine', { params: at, body: late });
    // She offers what he offered: that is her yes.
    expect((await offer(world, 'maya', first, id, { ...named, id: randomUUID() })).status).toBe(
      200,
    );
    const [goal] = await broughtTo(world, 'lena', second);
    expect(goal).toMatchObject({
      from: 'Maya Adeyemi',
      role: null,
      goal: {
        owner: { from: 'Ravi Subramanian', role: 'report' },
        parts: [
          { part: 'specific', role: null },
          { part: 'measurable', text: 'his', role: 'report' },
        ],
      },
    });
    expect((await broughtTo(world, 'ravi', second)).length).toBe(1);
    const stale = await offer(world, 'ravi', first, id, { ...early, version: randomUUID() });
    const gone = await offer(world, 'ravi', first, id, { ...early, line: randomUUID() });
    expect([stale.json.code, gone.json.code]).toEqual(['line.changedSince', 'goal.unknown']);
  });

  test('does not flow back out of a stand-in’s series without the report', async () => {
    const { first, second, id } = await handedOver(inDays(30));
    const { read } = await writeGoal(world, 'lena', second, { owner: 'manager', text: 'hers' });
    const named = await read();
    await offer(world, 'lena', second, id, named);
    expect(await texts('maya', first)).toEqual([]);
    await agree('ravi', second, named.id);
    expect(await broughtTo(world, 'maya', first)).toMatchObject([
      { text: 'hers', role: null, goal: { owner: { from: 'Lena Hoffmann', role: null } } },
    ]);
  });
});

describe('C7: a stand-in', () => {
  test('brings nothing back without the report, own words neither', async () => {
    const { first, second, id } = await handedOver(inDays(30));
    const hers = await writeLine(world, 'lena', second, 'note', { text: 'What we found' });
    await offer(world, 'lena', second, id, hers);
    expect(await texts('maya', first)).toEqual([]);
    const his = await writeLine(world, 'ravi', second, 'topic', { text: 'Mine' });
    await offer(world, 'ravi', second, id, his);
    expect(await texts('maya', first)).toEqual(['Mine']);
    await agree('ravi', second, hers.id);
    const back = await broughtTo(world, 'maya', first);
    expect(back.find(({ text }) => text === 'What we found')).toMatchObject({
      from: 'Lena Hoffmann',
      role: null,
    });
    expect((await list('lena', second)).entries).toMatchObject([
      { kind: 'back', name: 'Maya Adeyemi' },
    ]);
  });

  test('ends on the day, for words at once, and in both homes', async () => {
    const { second } = await handedOver(inDays(10));
    moveOn(10);
    const body = { id: randomUUID(), text: 'late' };
    const late = await world.send('lena', 'addTopic', { params: second.params, body });
    expect([late.status, late.json.code]).toEqual([409, 'series.ended']);
    expect((await view(world, 'ravi', second)).json.endedAt).toEqual(expect.any(String));
    // Before anything has come by: nobody leads here any more, so that they may begin anew.
    const { documents } = world.composed.services;
    const manager = personIdOf(world.issuer.person('lena').tid, world.issuer.person('lena').oid);
    expect(await ledSeries(documents, manager, second.seriesId, inDays(0))).toBeNull();
    expect(await ledSeries(documents, manager, second.seriesId, inDays(-1))).not.toBeNull();
    await under(world, 'lena', 'ravi');
    await sweepEffects(world.composed.services);
    for (const who of ['lena', 'ravi']) {
      const { seats } = (await world.ok(who, 'getHome')).json;
      const seat = seats.find((one: { series: string }) => one.series === second.seriesId);
      expect(seat.state).toBe('ended');
    }
    const needs = await world.ok('lena', 'getNeeds', { params: second.params });
    expect(needs.json.state).toBe('ended');
  });

  test('D11: lets nothing out any more once nobody reads it, however late the timer is', async () => {
    const { first, second, id } = await handedOver(inDays(10));
    const his = await writeLine(world, 'ravi', second, 'topic', { text: 'in time' });
    const hers = await writeLine(world, 'lena', second, 'topic', { text: 'late' });
    await offer(world, 'lena', second, id, hers);
    moveOn(99);
    expect((await offer(world, 'ravi', second, id, his)).status).toBe(200);
    moveOn(2);
    expect((await world.send('ravi', 'getSeries', { params: second.params })).status).toBe(404);
    for (const refused of [
      await agree('ravi', second, hers.id),
      await offer(world, 'ravi', second, id, { ...his, id: randomUUID() }),
    ]) {
      expect([refused.status, refused.json.code]).toEqual([404, 'series.notFound']);
    }
    expect(await texts('maya', first)).toEqual(['in time']);
  });

  test('goes on for longer when the report says so, and nobody else', async () => {
    const { second } = await handedOver(inDays(10));
    const until = inDays(20);
    const extend = (who: string) =>
      world.send(who, 'extendStandIn', { params: second.params, body: { until } });
    expect((await extend('lena')).json.code).toBe('series.notReport');
    expect((await extend('ravi')).status).toBe(200);
    moveOn(11);
    await sweepEffects(world.composed.services);
    expect((await view(world, 'lena', second)).json.endedAt).toBeUndefined();
    moveOn(10);
    expect((await extend('ravi')).json.code).toBe('series.ended');
  });
});
