import {
  bring,
  fitting,
  isReady,
  markCarried,
  NOTHING_BROUGHT,
  withoutPast,
} from '@rapport/domain/bring';
import { arriving } from '@rapport/domain/broughtPast';
import { goesAt } from '@rapport/domain/ending';
import { bothAgreed, hasEnded } from '@rapport/domain/member';
import type { Person, Role } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import type { Brought, BroughtLine, Offer, Successions } from '@rapport/domain/succession.schema';
import { createHash } from 'node:crypto';
import { BROUGHT, HEAD, seriesPartition, SUCCESSIONS } from '../places';
import type { Services } from '../services';
import { changeBroughtBeside } from '../writing/changeBrought';
import { changeDocument } from '../writing/changeDocument';
import type { Effect } from './effect';
import { layPassing } from './passBrought';

/**
 * Takes what was let go to the series that followed, or back from it (PRACTICE C7): marked where it comes from
 * first, so that nobody takes back what is already read, and laid down after; a crash in between is mended by
 * the next run. Nothing goes before the two over there have joined and agreed.
 */
export async function carry(
  services: Services,
  { series, succession }: Extract<Effect, { type: 'carry' }>,
): Promise<void> {
  const { documents } = services;
  const where = seriesPartition(series);
  const [from, known] = await Promise.all([
    documents.read<Series>(where, HEAD.id),
    documents.read<Successions>(where, SUCCESSIONS.id, 'latest'),
  ]);
  if (!from || !known) return;
  const target = targetOf(from.value, known.value, succession);
  const to = target && (await documents.read<Series>(seriesPartition(target), HEAD.id, 'latest'));
  const now = services.clock.now().toISOString();
  if (!to || !follows(from.value, asOf(to.value, now), succession)) return;
  const goes = goesAt(asOf(from.value, now));
  if (goes !== null && goes <= now) return;

  const there = seriesPartition(to.value.id);
  const marked = await changeDocument<Successions>(
    services,
    { ...where, tenant: from.tenant },
    SUCCESSIONS,
    async (found) => {
      const current = found && withoutPast(found, from.value, now);
      const ready = current?.offers.filter(isReady(succession));
      if (!current || !ready || ready.length === 0) return current;
      const before = await documents.read<Brought>(there, BROUGHT.id, 'latest');
      const going = fitting(before?.value ?? NOTHING_BROUGHT, ready);
      return going.length > 0 ? markCarried(current, new Set(going.map(({ id }) => id))) : current;
    },
  );
  const lines = (marked?.offers ?? [])
    .filter((one) => one.succession === succession && one.carried)
    .map((one) => broughtLine(one, from.value, to.value));
  if (lines.length === 0) return;
  const along = arriving(lines, now);
  const beside = await changeBroughtBeside(services, to.value.id, (kept) => bring(kept, along));
  await layPassing(services, beside);
}

const targetOf = ({ origin }: Series, { entries }: Successions, succession: string) =>
  origin?.succession === succession
    ? origin.from
    : (entries.find(({ id }) => id === succession)?.series ?? null);

/** Both series are of this one succession and of the same report, and the two over there are under way. */
function follows(from: Series, to: Series, succession: string): boolean {
  const [earlier, later] = from.origin?.succession === succession ? [to, from] : [from, to];
  return (
    later.origin?.succession === succession &&
    later.origin.from === earlier.id &&
    to.report !== null &&
    to.report.person.id === from.report?.person.id &&
    bothAgreed(to) &&
    !hasEnded(to)
  );
}

function broughtLine({ id, noun, text, by, goal }: Offer, from: Series, to: Series): BroughtLine {
  const whose = (role: Role) => whoseOf(from[role]?.person, to);
  const line = { id: newId(to.id, id), noun, text, ...whose(goal?.author ?? by) };
  if (!goal) return line;
  const parts = goal.parts.map(({ part, text: words, by: author }) => ({
    part,
    text: words,
    ...whose(author),
  }));
  return { ...line, goal: { owner: whose(goal.owner), due: goal.due, parts } };
}

/** By name, and by role where they are one of the two over there. */
function whoseOf(person: Person | undefined, to: Series): { from: string; role: Role | null } {
  const both = ['manager', 'report'] as const;
  const role = both.find((one) => to[one]?.person.id === person?.id && person !== undefined);
  return { from: person?.name ?? '', role: role ?? null };
}

/** The same each time, and without a trace of the id over there. */
export function newId(series: string, offer: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([series, offer]))
    .digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
