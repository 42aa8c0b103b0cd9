import { sumBy, type Place } from '../meter/tally';
import type { Measured } from '../costs/actions';
import type { Span } from '../costs/recorded';
import type { Demand, Load } from './load';
import { createRandom, nearNought } from './random';
import { meetingsOf, type Tenant } from './tenant';

const MINUTE = 60;
const MEETING = 30 * MINUTE;
/** Panels are opened within so many seconds around the hour; meetings begin as late. */
const ARRIVE = 4 * MINUTE;
const BEGIN = 2 * MINUTE;
/** Panels stay open for a while after the end, at most. */
const LINGER = 5 * MINUTE;

/** What each thing asks, as it was recorded; of a meeting, one after the other. */
export interface Script {
  /** One panel of the two opens. */
  readonly open: Demand;
  readonly edits: readonly Demand[];
  /** All polls of one meeting. */
  readonly polls: readonly Demand[];
  readonly finish: Demand;
}

/** How often each thing happened. */
export interface Counts {
  readonly meetings: number;
  readonly panels: number;
  readonly edits: number;
  readonly finished: number;
}

export function scriptOf({ actions, meeting }: Measured): Script {
  const finish = actions.get('finish the meeting') ?? [];
  const polls = meeting.polled.requests;
  return {
    open: demandOf(meeting.opened, 0, 1 / 2),
    edits: meeting.edits.map((edit) => demandOf(edit, edit.own ? 1 : 2)),
    polls: Array.from({ length: polls }, () => demandOf(meeting.polled, 0, 1 / polls)),
    // The command itself, and both panels looking again.
    finish: demandOf({ charges: finish, requests: 6 }, 4),
  };
}

function demandOf({ charges, requests }: Span, messages: number, part = 1): Demand {
  // What expires goes a week later, and on a provisioned account out of what is left over.
  const now = charges.filter(({ what }) => what !== 'expire');
  const ru: Partial<Record<Place, number>> = {};
  for (const [place, sum] of sumBy(now, (charge) => charge.place)) ru[place as Place] = sum * part;
  return { ru, requests: requests * part, messages };
}

/** Plays one day of a tenant into `load`. Every meeting has its own chance, so all runs are alike. */
export function play(tenant: Tenant, script: Script, load: Load): Counts {
  const counts = { meetings: 0, panels: 0, edits: 0, finished: 0 };
  for (const { pair, start } of meetingsOf(tenant)) {
    const random = createRandom(tenant.seed * 0x9e3779b1 + pair);
    counts.meetings += 1;
    // The people of a pair: keys of their own, apart from those of any series.
    const people = [-2 * pair - 1, -2 * pair - 2] as const;
    const begin = start + BEGIN * (nearNought(random) + 1);
    const end = begin + MEETING;
    for (const person of people) {
      const from = start + ARRIVE * nearNought(random);
      load.add(from, { series: pair, people: person }, script.open);
      load.socket(from, end + LINGER * random());
      counts.panels += 1;
    }
    const anybody = (): number => (random() < 0.5 ? people[0] : people[1]);
    for (const edit of script.edits) {
      load.add(begin + MEETING * random(), { series: pair, people: anybody() }, edit);
      counts.edits += 1;
    }
    for (const poll of script.polls) {
      load.add(begin + MEETING * random(), { series: pair, people: anybody() }, poll);
    }
    load.add(end, { series: pair, people: anybody() }, script.finish);
    counts.finished += 1;
  }
  return counts;
}
