import type { Seat } from '@rapport/domain/series';
import { ApiRefused, ApiUnreachable, type RapportClient } from '../client/state';
import type { Sending } from './plan';

/** Series set up at once: enough to be quick, too few to be asked to wait. */
const AT_ONCE = 3;

/** The 1:1 that somebody leads with a person already. */
export const ledWith = (seats: readonly Seat[], oid: string): Seat | undefined =>
  seats.find(
    (seat) => seat.role === 'manager' && seat.state !== 'ended' && seat.oid === oid.toLowerCase(),
  );

/**
 * Goes through what is not done yet, a few at a time: each is set up as a whole or not at all, and again is the
 * same one, since its id and its key were made before. One that fails stops none of the others.
 * @param settled told of each as it settles
 */
export async function sendPlan(
  client: Pick<RapportClient, 'keep'>,
  seats: readonly Seat[],
  sendings: readonly Sending[],
  settled: (sending: Sending) => void,
): Promise<void> {
  const waiting = sendings
    .filter(({ state }) => state === 'waiting' || state === 'failed')
    .values();
  const worker = async (): Promise<void> => {
    for (const sending of waiting)
      settled({ ...sending, ...(await setUp(client, seats, sending)) });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function setUp(
  client: Pick<RapportClient, 'keep'>,
  seats: readonly Seat[],
  { body }: Sending,
): Promise<Pick<Sending, 'state' | 'code'>> {
  // Its answer may have been lost longer ago than the api remembers keys.
  if (seats.some(({ series }) => series === body.id)) return { state: 'done', code: null };
  if (body.report && ledWith(seats, body.report.oid)) return { state: 'exists', code: null };
  try {
    await client.keep('POST', '/api/series', body, body.id);
    return { state: 'done', code: null };
  } catch (error) {
    if (error instanceof ApiUnreachable) return { state: 'failed', code: 'unreachable' };
    if (!(error instanceof ApiRefused)) throw error;
    const { code } = error.refusal;
    return code === 'series.exists' ? { state: 'exists', code: null } : { state: 'failed', code };
  }
}
