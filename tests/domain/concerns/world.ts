import { handIn, saveConcern, type Concern } from '@rapport/domain/concern';
import type { ConcernMark, ConcernSlot } from '@rapport/domain/concern.schema';
import { batchBeside, freezeOf, resultFrom } from '@rapport/domain/concernBatch';
import {
  isSettled,
  isShown,
  partOf,
  resultOf,
  stillCounts,
  type OnRoll,
} from '@rapport/domain/concernCount';
import { batchesBefore } from '@rapport/domain/concern';
import { DomainError } from '@rapport/domain/errors';
import { id } from '../support';

/** What a report chooses for themselves, month by month: whether exception (1) is on, whether they leave. */
export interface Choice {
  readonly accepts: boolean;
  readonly stays: boolean;
}

/** Everything about a team: what its manager sees, and what each report chooses. */
export interface Team {
  /** In which month each report joined. */
  readonly joined: readonly number[];
  /** Who tells the manager everything that they are shown. */
  readonly shills: readonly number[];
  /** By report, then month. */
  readonly choices: readonly (readonly Choice[])[];
}

/** Picks whom to mark, from all that was seen so far; null: nobody this month. */
export type Strategy = (seen: readonly string[], month: number) => readonly number[] | null;

const FIRST = '2026-06';

/** @returns all that the manager and those who tell them everything come to see, in order */
export function observe(team: Team, strategy: Strategy, months: number): string[] {
  const seen: string[] = [];
  const slots = new Map<string, ConcernSlot>();
  for (let month = 2; month < months; month += 1) {
    const batch = batchBeside(FIRST, month);
    const freezeAt = freezeOf(batch);
    const draftedAt = new Date(Date.parse(freezeAt) - 1).toISOString();
    const marked = strategy(seen, month);
    if (!marked) continue;
    const people = marked.map(personOf);
    const marks = people.map(({ series }): ConcernMark => ({ series, topic: id(1), meeting: 1 }));
    const draft = saveConcern(null, id(month), { wording: 'x', audience: 'y', marks }, draftedAt);
    const before = batchesBefore(batch).flatMap((one) => slots.get(one) ?? []);
    let concern: Concern;
    try {
      const doing = { id: id(month), at: draftedAt };
      concern = handIn(draft, people, { taken: slots.has(batch), before }, doing);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      seen.push(`${month}: ${error.code} ${error.field}`);
      continue;
    }
    slots.set(batch, { concern: concern.id, people });
    seen.push(...evaluate(team, concern, batch, new Set(marked), month));
  }
  return seen;
}

/** One batch: what those who tell everything are shown at the freeze, and the result. */
function evaluate(
  { joined, shills, choices }: Team,
  concern: Concern,
  batch: string,
  marked: ReadonlySet<number>,
  month: number,
): string[] {
  const roll = joined.flatMap((since, report) =>
    isSettled(concern, batch, joinedAt(since)) ? [report] : [],
  );
  const partsNow = roll.map((report) => {
    const accepts = choices[report]?.[month]?.accepts ?? false;
    return partOf({ accepts, marked: marked.has(report), raised: marked.has(report) });
  });
  const people = roll.map(personOf);
  const shown = roll.map((report, index) => isShown(partsNow[index] ?? 'none', people) && report);
  const told = shills.map((shill) => `${month}: ${shill} is shown ${shown.includes(shill)}`);
  const standing = partsNow.map((part, index) => {
    const stays = choices[roll[index] ?? 0]?.[month]?.stays ?? true;
    return stillCounts(part, part, !stays && part === 'raiser');
  });
  const resultAt = resultFrom(freezeOf(batch));
  return [...told, `${month}: ${resultAt} ${resultOf(standing)}`];
}

const personOf = (report: number): OnRoll => ({
  person: `person-${report}`,
  series: id(1000 + report),
});

const joinedAt = (month: number): string => `${batchBeside(FIRST, month)}-15T00:00:00.000Z`;
