import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { createMovableClock, type MovableClock } from './clock';

/** Beyond, instants would not be written with four digits a year any more, and not sort as text. */
const [FIRST, LAST] = [Date.UTC(1970, 0), Date.UTC(3000, 0)];
const inRange = (ms: number): boolean => ms >= FIRST && ms < LAST;

const move = z.strictObject({
  at: z.nullable(z.iso.datetime({ offset: true }).check(z.refine((at) => inRange(Date.parse(at))))),
});

/** A clock whose place in time outlasts a restart. */
export function openClock(data: string): { clock: MovableClock; keep(): void } {
  const file = join(data, 'clock.json');
  const clock = createMovableClock(readOffset(file));
  return { clock, keep: () => writeFileSync(file, JSON.stringify({ offset: clock.offset })) };
}

function readOffset(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return 0;
  }
  return z.strictObject({ offset: z.number() }).parse(JSON.parse(text)).offset;
}

/**
 * `GET /local/clock` tells the product's time; `POST {"at": ISO}` moves it, null brings it back.
 * @param moved does what came due in between; the answer waits for it
 */
export function clockRoutes(
  { clock, keep }: ReturnType<typeof openClock>,
  moved: () => Promise<void>,
): Hono {
  const now = () => ({ at: clock.now().toISOString() });
  return new Hono()
    .get('/local/clock', (context) => context.json(now()))
    .post('/local/clock', async (context) => {
      const input = move.safeParse(await context.req.json().catch(() => null));
      if (!input.success)
        return context.json(
          { title: 'at: an ISO date and time from 1970 to 2999, or null', field: 'at' },
          400,
        );
      clock.moveTo(input.data.at === null ? null : new Date(input.data.at));
      keep();
      await moved();
      return context.json(now());
    });
}
