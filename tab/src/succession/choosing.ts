import { goalWords } from '@rapport/domain/offering';
import type { GoalView } from '@rapport/domain/goal';
import type { SeriesView } from '@rapport/domain/series';
import type { Offer } from '@rapport/domain/succession.schema';
import { seriesPath } from '../client/requests';
import { ApiRefused, type RapportClient, type Refusal } from '../client/state';

/** What is sent of one line besides the id of the offer: the line, and the wording that was looked at. */
interface OfferBody {
  readonly noun: Offer['noun'];
  readonly line: string;
  readonly version: string;
  readonly meeting: number | null;
  readonly goal?: { readonly versions: readonly string[]; readonly due: string | null };
}

/** One line that can be ticked. */
export interface Choice {
  readonly id: string;
  readonly words: string;
  /** null while what would go was not read yet. */
  readonly body: () => OfferBody | null;
}

/** Which lines are ticked. */
export interface Choosing {
  readonly chosen: ReadonlyMap<string, Choice>;
  readonly toggle: (choice: Choice, ticked: boolean) => void;
}

/** What a group of choices works with. */
export interface Choosable {
  readonly view: SeriesView;
  /** How the other one in this 1:1 is called. */
  readonly name: string;
  /** Whether it goes back out of a stand-in's 1:1: then the report decides about all of it. */
  readonly back: boolean;
  /** Whether this wording of a line was let go already. */
  readonly isOffered: (line: string, version: string | null) => boolean;
  readonly choosing: Choosing;
}

/** A line that stayed, and why. */
export interface Stayed {
  readonly words: string;
  readonly refusal: Refusal;
}

/** Refusals that are about one line alone: the next one may go. */
const OF_ONE_LINE =
  /^(?:topic|note|action|goal)\.unknown$|^line\.(?:changedSince|notYours)$|^meeting\.notFound$/;

export const goalPath = (goalId: string): string => `goals/${goalId}`;

/** All words of a goal, as they stand on the screen when it is sent. */
export function goalBody(client: RapportClient, seriesId: string, goalId: string) {
  const reading = client.follow<GoalView>(seriesId, goalPath(goalId)).getSnapshot();
  const words = reading.status === 'ready' ? goalWords(reading.value) : null;
  if (reading.status !== 'ready' || !words) return null;
  const versions = words.rest.map(({ version }) => version);
  const goal = { versions, due: reading.value.due };
  return {
    noun: 'goal',
    line: goalId,
    version: words.sentence.version,
    meeting: null,
    goal,
  } as const;
}

/**
 * Lets the chosen lines go, one after the other. One that is refused stops none of the others; where none would go,
 * it ends there.
 * @param settled told of each line that went or was refused
 * @throws ApiRefused, ApiUnreachable for what is not about one line
 */
export async function letGo(
  client: RapportClient,
  place: { readonly series: string; readonly succession: string },
  choices: readonly Choice[],
  settled: (choice: Choice, refusal: Refusal | null) => void,
): Promise<void> {
  const path = `${seriesPath(place.series)}/successions/${encodeURIComponent(place.succession)}/offers`;
  for (const choice of choices) {
    const body = choice.body();
    if (!body) continue;
    try {
      await client.keep('POST', path, { id: crypto.randomUUID(), ...body });
      settled(choice, null);
    } catch (error) {
      if (!(error instanceof ApiRefused) || !OF_ONE_LINE.test(error.refusal.code)) throw error;
      settled(choice, error.refusal);
    }
  }
}
