import type { Row } from './kept';
import type { Reply, World } from './world';

/** A document as it stands: opened, with what the store itself looks at. */
export type Standing = Row & { readonly value: unknown };

/** Everything that is stored and has not expired, opened, in the order of its names. */
export async function everythingIn(world: World): Promise<Standing[]> {
  const { documents } = world.composed.services;
  const opened = await Promise.all(
    (await world.kept.rows(world.data)).map(async (row) => {
      const { container, partition: key, id } = row;
      const found = await documents.read({ container, key }, id);
      return found ? [{ ...row, value: found.value }] : [];
    }),
  );
  return opened.flat().toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ container, partition, id }: Row): string => `${container} ${partition} ${id}`;

/** The chats that stories happen in, besides the 1:1 chat of the two. */
export const MEETING_CHAT = { chatId: '19:meeting_ZXZlcnk@thread.v2' };

/** All that the api tells these people about a series, whatever it is to them. */
export async function allSeenBy(
  world: World,
  people: readonly string[],
  seriesIds: readonly string[],
): Promise<Record<string, unknown>> {
  const [maya, ravi] = ['maya', 'ravi'].map((who) => world.issuer.person(who).oid);
  const told: Record<string, unknown> = {};
  for (const who of people) {
    const ask = async (route: string, params: Record<string, string> = {}, body?: unknown) => {
      const place = JSON.stringify([who, route, params, body ?? null]);
      told[place] = comparable(await world.send(who, route, { params, body }));
    };
    await ask('getHome');
    await ask('listConcerns');
    await ask('listNamings');
    await ask('findChat', {}, MEETING_CHAT);
    await ask('findChat', {}, { chatId: `19:${maya}_${ravi}@unq.gbl.spaces` });
    for (const seriesId of seriesIds) {
      await ask('getSeries', { seriesId });
      await ask('getInvitation', { seriesId });
      await ask('listMeetings', { seriesId });
      await ask('listWords', { seriesId });
      await ask('listFeedback', { seriesId });
      await ask('listClosedFeedback', { seriesId });
      await ask('listLedger', { seriesId });
      await ask('listGoals', { seriesId });
      for (const goalId of await goalsOf(world, who, seriesId)) {
        await ask('getGoal', { seriesId, goalId });
      }
      await ask('listSuccessions', { seriesId });
      await ask('listBrought', { seriesId });
      await ask('getTalkShare', { seriesId });
      await ask('getPictures', { seriesId });
      await ask('listConcernNotices', { seriesId });
      for (const number of ['1', '2']) {
        await ask('getMeeting', { seriesId, number });
        await ask('getCheckIn', { seriesId, number });
      }
    }
  }
  return told;
}

const goalsOf = async (world: World, who: string, seriesId: string): Promise<string[]> => {
  const { status, json } = await world.send(who, 'listGoals', { params: { seriesId } });
  return status === 200 ? json.goals.map((goal: { readonly id: string }) => goal.id) : [];
};

/** An answer without what is new each time: the reference of a refusal. */
const comparable = ({ status, json }: Reply): unknown =>
  status < 400 ? { status, json } : { status, code: json.code, field: json.field };
