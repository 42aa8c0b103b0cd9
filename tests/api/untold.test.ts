import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { askSuccessor, offer, writeLine } from './support/followOn';
import { start, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** What somebody who watches the wire can tell apart: nudges to them, and the version of what both share. */
async function seenBy(
  other: string,
  series: Started,
  doing: () => Promise<unknown>,
): Promise<{ readonly nudges: number; readonly versions: number }> {
  const { oid } = world.issuer.person(other);
  const before: number = (await view(world, other, series)).json.version;
  world.nudges.length = 0;
  await doing();
  const nudges = world.nudges.filter(({ person }) => person.endsWith(oid)).length;
  const { version } = (await view(world, other, series)).json;
  return { nudges, versions: version - before };
}
const NOTHING = { nudges: 0, versions: 0 };

describe('nobody who watches the wire is told', () => {
  test('B1: when the feedback that they wrote was opened', async () => {
    const series = await startTogether(world);
    const id = randomUUID();
    const on = { params: { ...series.params, lineId: id } };
    const body = { id, kind: 'criticism', text: 'a typo', about: 'task' };
    await world.ok('maya', 'addPrivateFeedback', { params: series.params, body });
    const delivery = { how: 'send', at: world.clock.now().toISOString() };
    await world.ok('maya', 'giveFeedback', { ...on, body: { delivery } });
    const seen = await seenBy('maya', series, () => world.ok('ravi', 'openFeedback', on));
    expect(seen).toEqual(NOTHING);
    // It was opened all the same, for good.
    const { json } = await world.ok('ravi', 'listFeedback', { params: series.params });
    expect(json.feedback).toMatchObject([{ text: 'a typo' }]);
    const back = await world.send('maya', 'takeFeedbackBack', on);
    expect(back.json.code).toBe('feedback.opened');
  });

  test('C7: what the other one lets go, or does not after all', async () => {
    const series = await startTogether(world);
    const succession = await askSuccessor(world, series, { asker: 'maya', person: 'lena' });
    const line = await writeLine(world, 'ravi', series, 'topic');
    const seen = await seenBy('maya', series, async () => {
      expect((await offer(world, 'ravi', series, succession, line)).status).toBe(200);
      const params = { ...series.params, offerId: line.id };
      await world.ok('ravi', 'takeBackOffer', { params });
    });
    expect(seen).toEqual(NOTHING);
    // A joint line waits for the other one, who is told.
    const joint = await writeLine(world, 'ravi', series, 'action', { owner: 'manager' });
    const asked = await seenBy('maya', series, () =>
      offer(world, 'ravi', series, succession, joint),
    );
    expect(asked.nudges).toBeGreaterThan(0);
  });

  test('A4: that the report skipped a subject', async () => {
    const series = await startTogether(world);
    const on = { params: { ...series.params, subject: 'like' } };
    const answers = (who: string, text: string | null) => () =>
      world.ok(who, 'answerSubject', { ...on, body: { text } });
    // The manager's makes it the report's turn, whatever it is.
    expect((await seenBy('ravi', series, answers('maya', null))).versions).toBe(1);
    expect(await seenBy('maya', series, answers('ravi', null))).toEqual(NOTHING);
    expect((await view(world, 'ravi', series)).json.subjectsLeft).toBe(0);
    expect((await seenBy('maya', series, answers('ravi', 'tea'))).versions).toBe(1);
  });

  test('C6: before both agreed, that anything was written about oneself, or how much', async () => {
    const series = await start(world, { agree: false });
    const body = { terms: 1, agree: true };
    await world.ok('ravi', 'acceptInvitation', { params: series.params, body });
    const adds = (who: string) =>
      world.send(who, 'addValue', { params: series.params, body: { id: randomUUID(), text: 'x' } });
    const seen = await seenBy('maya', series, async () => {
      for (let n = 0; n < 3; n += 1) expect((await adds('ravi')).status).toBe(201);
    });
    expect(seen).toEqual(NOTHING);
    for (let n = 0; n < 5; n += 1) expect((await adds('maya')).status).toBe(201);
    expect((await adds('maya')).json.code).toBe('values.full');
  });
});
