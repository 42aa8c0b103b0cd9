import type { Composed } from './compose';
import { sweepEffects } from './effects/runEffects';
import { runReminders } from './reminders/runReminders';

/** Something done again and again, whoever is there. Two runs of one may overlap, and any may die half-way. */
export interface Timer {
  readonly name: string;
  /** When it is due in the cloud: NCRONTAB with seconds, UTC ("Timer trigger for Azure Functions"). */
  readonly schedule: string;
  /** @throws whatever kept it from finishing; the next run goes on where this one stopped */
  run(composed: Pick<Composed, 'services' | 'purge'>): Promise<unknown>;
}

/** Every timer of the api: registered beside the routes in the cloud, run in a loop by the local server. */
export const timers: readonly Timer[] = [
  {
    name: 'sweepEffects',
    schedule: '0 * * * * *',
    run: async ({ services, purge }) => {
      await sweepEffects(services);
      await purge();
    },
  },
  {
    name: 'tellReminders',
    schedule: '30 */5 * * * *',
    run: ({ services }) => runReminders(services),
  },
];

/**
 * Runs one. What stops it is told by its class alone, here and to whoever runs timers, which writes down what is
 * thrown: a message may quote what somebody wrote, or say where it lies.
 * @throws Error that says which timer it was
 */
export async function runTimer(
  timer: Timer,
  composed: Pick<Composed, 'services' | 'purge'>,
): Promise<void> {
  const { name } = timer;
  try {
    await timer.run(composed);
  } catch (error) {
    const type = error instanceof Error ? error.constructor.name : typeof error;
    const outcome = 'goes on later';
    composed.services.log.write({ event: 'timer', name, outcome, error: type });
    // oxlint-disable-next-line preserve-caught-error -- its message is what must not be written down
    throw new Error(`${name} goes on later`);
  }
}
