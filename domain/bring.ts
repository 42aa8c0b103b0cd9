import { DomainError } from './errors';
import type { Action } from './action.schema';
import { isLive, type Entry, type Line } from './line';
import type { Note } from './note.schema';
import type { Role } from './person';
import type { Brought, BroughtLine, Offer, Successions } from './succession.schema';
import type { Topic } from './topic.schema';

export const NOTHING_BROUGHT: Brought = { lines: [], removed: [] };

/** Of each of the two: how many the other one has is not told by where it is full. */
const OFFERS_EACH = 40;

/** Lines among which one is looked for: of the agenda, or of a past meeting. */
export interface Lines {
  readonly topics: readonly Entry<Topic>[];
  readonly notes: readonly Entry<Note>[];
  readonly actions: readonly Entry<Action>[];
}

/** A line to be taken along, in the wording that is named. */
export interface Wanted {
  readonly noun: Offer['noun'];
  readonly line: string;
  readonly version: string;
}

/**
 * Who has to let a line go (PRACTICE C7): its author; the other one too, where it is theirs as well: a promise
 * that one wrote down and the other one made, a note on the other one's topic, words that the other one disputed.
 * Out of a stand-in's series nothing goes without the report.
 * @throws DomainError `topic.unknown` and its like, `line.changedSince`, `line.notYours` for the other one's line
 */
export function lineToOffer(
  lines: Lines,
  { noun, line: id, version }: Wanted,
  by: Role,
  back: boolean,
): { readonly text: string; readonly needs: Role[] } {
  const found: Entry<Line> | undefined = entriesOf(lines, noun).find((entry) => entry.id === id);
  if (!found || !isLive(found)) throw new DomainError(`${noun}.unknown`, 'line');
  if (found.by !== by) throw new DomainError('line.notYours', 'line');
  if (found.version !== version) throw new DomainError('line.changedSince', 'version');
  const joint = found.dispute !== undefined || isShared(lines, noun, found);
  const both: Role[] = ['manager', 'report'];
  const needs = both.filter((role) => role === by || joint || (back && role === 'report'));
  return { text: found.text, needs };
}

const entriesOf = (lines: Lines, noun: Offer['noun']): readonly Entry<Line>[] =>
  noun === 'topic' ? lines.topics : noun === 'note' ? lines.notes : lines.actions;

function isShared({ topics }: Lines, noun: Offer['noun'], line: Line): boolean {
  if (noun === 'action') return (line as Action).owner !== line.by;
  if (noun === 'topic') return false;
  const on = (line as Note).topic;
  // A topic that is gone may have been the other one's.
  return on !== null && topics.find(({ id }) => id === on)?.by !== line.by;
}

/**
 * The author lets a line go, as far as it is theirs. The same again changes nothing.
 * @throws DomainError `succession.unknown`, `line.idTaken`, `offer.full`
 */
export function offerLine(
  successions: Successions,
  offer: Omit<Offer, 'given' | 'carried'>,
  back: string | undefined,
): Successions {
  const known = successions.offers.find(({ id }) => id === offer.id);
  if (known && known.by !== offer.by) throw new DomainError('line.idTaken', 'id');
  if (known) return successions;
  const open = successions.entries.some(
    ({ id, state }) => id === offer.succession && (state === 'asked' || state === 'begun'),
  );
  if (!open && offer.succession !== back) throw new DomainError('succession.unknown');
  const mine = successions.offers.filter(({ by }) => by === offer.by);
  if (mine.length >= OFFERS_EACH) throw new DomainError('offer.full');
  const added: Offer = { ...offer, given: [offer.by], carried: false };
  return { ...successions, offers: [...successions.offers, added] };
}

/**
 * The other one lets go what is theirs as well. @throws DomainError `offer.unknown` for what needs nothing of them
 */
export function agreeToOffer(successions: Successions, id: string, by: Role): Successions {
  const offer = offerFor(successions, id, by);
  if (offer.given.includes(by)) return successions;
  return changed(successions, offer, { ...offer, given: [...offer.given, by] });
}

/**
 * Before it went: its author takes it off, the other one only their yes.
 * @throws DomainError `offer.unknown`, `offer.carried`
 */
export function takeBackOffer(successions: Successions, id: string, by: Role): Successions {
  const offer = offerFor(successions, id, by);
  if (offer.carried) throw new DomainError('offer.carried');
  if (offer.by === by) {
    return { ...successions, offers: successions.offers.filter((one) => one !== offer) };
  }
  return changed(successions, offer, { ...offer, given: offer.given.filter((one) => one !== by) });
}

function offerFor({ offers }: Successions, id: string, by: Role): Offer {
  const offer = offers.find((one) => one.id === id);
  if (!offer || (offer.by !== by && !offer.needs.includes(by))) {
    throw new DomainError('offer.unknown');
  }
  return offer;
}

const changed = (successions: Successions, before: Offer, after: Offer): Successions => ({
  ...successions,
  offers: successions.offers.map((one) => (one === before ? after : one)),
});

/** They have arrived: nothing takes them back from here any more. */
export const markCarried = (successions: Successions, ids: ReadonlySet<string>): Successions => ({
  ...successions,
  offers: successions.offers.map((one) => (ids.has(one.id) ? { ...one, carried: true } : one)),
});

/** Lays lines down where they were brought, each once, in an order that says nothing about where they stood. */
export function bring(brought: Brought, lines: readonly BroughtLine[]): Brought {
  const known = new Set([...brought.lines.map(({ id }) => id), ...brought.removed]);
  const fresh = lines.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return brought;
  const all = [...brought.lines, ...fresh].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ...brought, lines: all };
}

/**
 * Takes a brought line off for both: the report's by the report, those of somebody else by either.
 * @throws DomainError `offer.unknown`, `line.notYours`
 */
export function removeBrought(brought: Brought, id: string, by: Role): Brought {
  if (brought.removed.includes(id)) return brought;
  const line = brought.lines.find((one) => one.id === id);
  if (!line) throw new DomainError('offer.unknown');
  if (line.role !== null && line.role !== by) throw new DomainError('line.notYours');
  return {
    lines: brought.lines.filter((one) => one !== line),
    removed: [...brought.removed, id],
  };
}
