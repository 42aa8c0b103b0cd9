import { randomUUID } from 'node:crypto';
import {
  askSuccessor,
  broughtTo,
  follow,
  followBody,
  join,
  offer,
  under,
  writeGoal,
  writeLine,
} from '../support/followOn';
import { BEGIN } from '../support/stillClock';
import type { Started } from '../support/story';
import type { Sending, World } from '../support/world';
import type { Command } from './commands';

const UNTIL = new Date(BEGIN + 20 * 24 * 60 * 60 * 1000).toISOString();
const LATER = new Date(BEGIN + 40 * 24 * 60 * 60 * 1000).toISOString();

const command = (
  route: string,
  who: Command['who'],
  before: (world: World) => Promise<{ sending: Sending; series: readonly Started[] }>,
  as?: string,
): Command => ({
  route,
  who,
  ...(as === undefined ? {} : { as }),
  async before(world) {
    const { sending, series } = await before(world);
    return { sending, series: series.map(({ seriesId }) => seriesId) };
  },
});

/** Tom leads Ravi, and asks Maya. */
async function asked(world: World, until?: string) {
  const first = await under(world, 'tom', 'ravi');
  const standIn = until ? { until } : {};
  const id = await askSuccessor(world, first, { asker: 'tom', person: 'maya', ...standIn });
  return { first, id };
}

/** … and Maya leads him now. */
async function followed(world: World, until?: string) {
  const { first, id } = await asked(world, until);
  const second = await follow(world, 'maya', 'ravi', id);
  await join(world, 'ravi', second);
  return { first, second, id };
}

/** A stand-in or a new manager. */
export const successions: readonly Command[] = [
  command('nameSuccessor', 'ravi', async (world) => {
    const first = await under(world, 'tom', 'ravi');
    const { oid, name } = world.issuer.person('maya');
    const body = { id: randomUUID(), kind: 'handOver', person: { oid, name }, until: null };
    return { sending: { params: first.params, body }, series: [first] };
  }),
  command('withdrawSuccession', 'ravi', async (world) => {
    const { first, id } = await asked(world);
    return { sending: { params: { ...first.params, successionId: id } }, series: [first] };
  }),
  command('declineNaming', 'maya', async (world) => {
    const { first, id } = await asked(world);
    return { sending: { params: { namingId: id } }, series: [first] };
  }),
  command(
    'startSeries',
    'maya',
    async (world) => {
      const { first, id } = await asked(world, UNTIL);
      const seriesId = randomUUID();
      const second = { seriesId, params: { seriesId } };
      const body = followBody(world, 'ravi', id, seriesId);
      return { sending: { body }, series: [first, second] };
    },
    'as a stand-in',
  ),
  command(
    'acceptInvitation',
    'ravi',
    async (world) => {
      const { first, id } = await asked(world);
      const line = await writeLine(world, 'ravi', first, 'topic');
      await offer(world, 'ravi', first, id, line);
      const second = await follow(world, 'maya', 'ravi', id);
      const body = { terms: 1, agree: true };
      return { sending: { params: second.params, body }, series: [first, second] };
    },
    'with something that was let go before',
  ),
  command('offerLine', 'ravi', async (world) => {
    const { first, second, id } = await followed(world);
    const body = await writeLine(world, 'ravi', first, 'topic');
    return {
      sending: { params: { ...first.params, successionId: id }, body },
      series: [first, second],
    };
  }),
  command('agreeToOffer', 'ravi', async (world) => {
    const { first, second, id } = await followed(world);
    const goal = await writeGoal(world, 'maya', second, { owner: 'report', text: 'a goal' });
    const named = await goal.read();
    await offer(world, 'maya', second, id, named);
    const params = { ...second.params, offerId: named.id };
    return { sending: { params }, series: [first, second] };
  }),
  command('takeBackOffer', 'ravi', async (world) => {
    const { first, id } = await asked(world);
    const line = await writeLine(world, 'ravi', first, 'topic');
    await offer(world, 'ravi', first, id, line);
    return { sending: { params: { ...first.params, offerId: line.id } }, series: [first] };
  }),
  command('extendStandIn', 'ravi', async (world) => {
    const { first, second } = await followed(world, UNTIL);
    return {
      sending: { params: second.params, body: { until: LATER } },
      series: [first, second],
    };
  }),
  command('removeBrought', 'ravi', async (world) => {
    const { first, second, id } = await followed(world);
    const line = await writeLine(world, 'ravi', first, 'topic');
    await offer(world, 'ravi', first, id, line);
    const [brought] = await broughtTo(world, 'ravi', second);
    const params = { ...second.params, lineId: brought?.id ?? '' };
    return { sending: { params }, series: [first, second] };
  }),
];
