import { describe, expect, test } from '@jest/globals';
import type { Seat } from '@rapport/domain/series';
import { randomUUID } from 'node:crypto';
import { ApiRefused, ApiUnreachable } from '../../tab/src/client/state';
import type { Sending } from '../../tab/src/team/plan';
import { ledWith, sendPlan } from '../../tab/src/team/sendPlan';

const seat = (part: Partial<Seat>): Seat => ({
  series: randomUUID(),
  version: 1,
  role: 'manager',
  state: 'joined',
  other: 'Lena',
  rhythm: 'weekly',
  ...part,
});

const sending = (part: Partial<Sending> = {}): Sending => ({
  body: {
    id: randomUUID(),
    report: { oid: randomUUID(), name: 'Lena' },
    rhythm: 'weekly',
    minutes: 30,
    introduction: '',
    format: 'free',
    labels: 'manager',
    agree: true,
  },
  name: 'Lena',
  state: 'waiting',
  code: null,
  ...part,
});

/** An api that answers as it is told, and remembers what was under way at once. */
function api(answer: (path: string) => unknown = () => undefined) {
  const asked: { body: object; key: string | undefined }[] = [];
  let under = 0;
  let most = 0;
  return {
    asked,
    most: () => most,
    async keep(_: string, path: string, body: object, key?: string) {
      asked.push({ body, key });
      most = Math.max(most, (under += 1));
      await Promise.resolve();
      under -= 1;
      const refusal = answer(path);
      if (refusal instanceof Error) throw refusal;
      return 1;
    },
  };
}

async function play(client: ReturnType<typeof api>, seats: readonly Seat[], plan: Sending[]) {
  const settled = new Map<string, Sending>();
  await sendPlan(client, seats, plan, (one) => settled.set(one.body.id, one));
  return plan.map(({ body }) => settled.get(body.id)?.state ?? null);
}

const refused = (code: string) => new ApiRefused(409, { code, field: null, reference: null });

describe('C7: several 1:1s', () => {
  test('each is sent with its own id as key, three at a time, and what is done is not sent again', async () => {
    const client = api();
    const plan = [...Array.from({ length: 9 }, () => sending()), sending({ state: 'done' })];
    expect(await play(client, [], plan)).toEqual([...Array(9).fill('done'), null]);
    expect(client.most()).toBe(3);
    for (const { body, key } of client.asked) expect(Reflect.get(body, 'id')).toBe(key);
  });

  test('one that fails stops none of the others, and says why', async () => {
    let count = 0;
    const client = api(() => {
      count += 1;
      if (count === 2) return refused('series.tooMany');
      return count === 3 ? new ApiUnreachable() : undefined;
    });
    const states = await play(client, [], [sending(), sending(), sending(), sending()]);
    expect(states).toEqual(['done', 'failed', 'failed', 'done']);
  });

  test('whom they lead already is recognised, by the home or by the api, and sent nothing', async () => {
    const known = sending();
    const oid = known.body.report?.oid.toUpperCase() ?? '';
    const client = api(() => refused('series.exists'));
    const states = await play(client, [seat({ oid: oid.toLowerCase() })], [known, sending()]);
    expect([states, client.asked.length]).toEqual([['exists', 'exists'], 1]);
  });

  test('a 1:1 that was set up while its answer was lost is done', async () => {
    const lost = sending();
    const client = api(() => refused('series.idTaken'));
    expect(await play(client, [seat({ series: lost.body.id })], [lost])).toEqual(['done']);
  });

  test('being somebody’s report, or a 1:1 that has ended, is no reason against one', () => {
    const oid = randomUUID();
    const seats = [seat({ oid, role: 'report' }), seat({ oid, state: 'ended' })];
    expect(ledWith(seats, oid)).toBeUndefined();
  });
});
