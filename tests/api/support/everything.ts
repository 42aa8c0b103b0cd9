import { openDatabase } from '@rapport/api/storage/database';
import type { Container } from '@rapport/api/ports/storage';
import { join } from 'node:path';
import type { Reply, World } from './world';

/** A document as it stands: opened, with what the store itself looks at. */
export interface Standing {
  readonly container: Container;
  readonly partition: string;
  readonly id: string;
  readonly kind: string;
  readonly due: string | null;
  readonly expires: string | null;
  readonly value: unknown;
}

type Row = Omit<Standing, 'value'>;

/** Everything that is stored, opened, in the order of its names. */
export async function everythingIn(world: World): Promise<Standing[]> {
  const { documents } = world.composed.services;
  const opened = await Promise.all(
    (await rowsOf(world)).map(async (row): Promise<Standing> => {
      const { container, partition: key, id } = row;
      return { ...row, value: (await documents.read({ container, key }, id))?.value };
    }),
  );
  return opened.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ container, partition, id }: Row): string => `${container} ${partition} ${id}`;

async function rowsOf(world: World): Promise<Row[]> {
  const database = await openDatabase(join(world.data, 'rapport.db'), 'select 1');
  try {
    return database
      .prepare<Row>('select container, partition, id, kind, due, expires from documents')
      .all();
  } finally {
    database.close();
  }
}

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
    await ask('findChat', {}, MEETING_CHAT);
    await ask('findChat', {}, { chatId: `19:${maya}_${ravi}@unq.gbl.spaces` });
    for (const seriesId of seriesIds) {
      await ask('getSeries', { seriesId });
      await ask('getInvitation', { seriesId });
      await ask('listMeetings', { seriesId });
      await ask('listFeedback', { seriesId });
      for (const number of ['1', '2']) {
        await ask('getMeeting', { seriesId, number });
        await ask('getCheckIn', { seriesId, number });
      }
    }
  }
  return told;
}

/** An answer without what is new each time: the reference of a refusal. */
const comparable = ({ status, json }: Reply): unknown =>
  status < 400 ? { status, json } : { status, code: json.code, field: json.field };
