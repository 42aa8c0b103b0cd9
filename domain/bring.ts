import { DomainError } from './errors';
import type { Role } from './person';
import { expiryOf } from './retention';
import type { Series } from './series.schema';
import { isReleased } from './succession';
import type { Brought, BroughtLine, Offer, Successions } from './succession.schema';

export const NOTHING_BROUGHT: Brought = { lines: [], removed: [] };

/**
 * Of each of the two: how many the other one has is not told by where it is full. A year of weekly 1:1s with four
 * lines each, within what one document holds whatever the script: all of it lies in one.
 */
export const OFFERS_EACH = 200;
/** … and so long are they all together, in UTF-16 units with what stands beside each text. */
export const OFFERED_EACH = 80_000;
/** Everything that came along to one series, from however many others, counted alike. */
export const BROUGHT_IN_ALL = 300_000;

/**
 * Somebody lets a line go, as far as it is theirs. The same again changes nothing, also by another id; the same
 * words of a goal that the other one has offered are a yes to that.
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
  const same = successions.offers.find(
    (one) => (one.by === offer.by || one.needs.includes(offer.by)) && isSame(one, offer),
  );
  if (same) return agreeToOffer(successions, same.id, offer.by);
  const mine = successions.offers.filter(({ by }) => by === offer.by);
  const length = mine.reduce((sum, one) => sum + lengthOf(one), lengthOf(offer));
  if (mine.length >= OFFERS_EACH || length > OFFERED_EACH) throw new DomainError('offer.full');
  const added: Offer = { ...offer, given: [offer.by], carried: false };
  return { ...successions, offers: [...successions.offers, added] };
}

/**
 * What was let go lies where it comes from for as long as a meeting of that day: no words of past meetings outlive
 * them in a list of what went (PRACTICE D5). The very same where all of it still does.
 */
export function withoutPast(
  successions: Successions,
  series: Pick<Series, 'retention'>,
  now: string,
): Successions {
  const offers = successions.offers.filter(
    ({ at }) => at === undefined || expiryOf(at, series, now) > now,
  );
  return offers.length === successions.offers.length ? successions : { ...successions, offers };
}

type Words = Pick<Offer, 'succession' | 'noun' | 'line' | 'version' | 'text' | 'goal'>;

/** Of one line, to one place, word for word. */
const isSame = (a: Words, b: Words): boolean => wordsOf(a) === wordsOf(b);
const wordsOf = ({ succession, noun, line, version, text, goal }: Words): string =>
  JSON.stringify([
    [succession, noun, line, version, text],
    goal ? [goal.author, goal.owner, goal.due] : null,
    goal?.parts.map(({ part, text: words, by }) => [part, words, by]) ?? null,
  ]);

/** What a line takes, in about UTF-16 units: each of its texts, and what stands beside it. */
const lengthOf = ({ text, goal }: Pick<Offer | BroughtLine, 'text' | 'goal'>): number =>
  [text, ...(goal?.parts ?? []).map((part) => part.text)].reduce(
    (sum, { length }) => sum + length + BESIDE_TEXT,
    0,
  );
const BESIDE_TEXT = 100;

/** Whether something of what goes there is ready to be taken. */
export const isReady =
  (succession: string) =>
  (offer: Offer): boolean =>
    offer.succession === succession && !offer.carried && isReleased(offer);

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

/** Of these, what there is room for where they go; the rest stays behind, and can be taken back. */
export function fitting(brought: Brought, offers: readonly Offer[]): Offer[] {
  let left = BROUGHT_IN_ALL - brought.lines.reduce((sum, line) => sum + lengthOf(line), 0);
  return offers.filter((offer) => (left -= lengthOf(offer)) >= 0);
}

/** Lays lines down where they were brought, each once, in an order that says nothing about where they stood. */
export function bring(brought: Brought, lines: readonly BroughtLine[]): Brought {
  const known = new Set([...brought.lines.map(({ id }) => id), ...brought.removed]);
  const fresh = lines.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return brought;
  const all = [...brought.lines, ...fresh].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ...brought, lines: all };
}

/**
 * Takes a brought line off for both: the report's by the report, those of somebody else by either; a goal with words
 * of the report by the report.
 * @throws DomainError `offer.unknown`, `line.notYours`
 */
export function removeBrought(brought: Brought, id: string, by: Role): Brought {
  if (brought.removed.includes(id)) return brought;
  const line = brought.lines.find((one) => one.id === id);
  if (!line) throw new DomainError('offer.unknown');
  if (!mayRemove(line, by)) throw new DomainError('line.notYours');
  return {
    lines: brought.lines.filter((one) => one !== line),
    removed: [...brought.removed, id],
  };
}

/** Whether somebody may take it off again: nobody the other one's words. */
export function mayRemove({ role, goal }: Pick<BroughtLine, 'role' | 'goal'>, by: Role): boolean {
  const theirs = [role, ...(goal?.parts ?? []).map((part) => part.role)].filter(Boolean);
  return theirs.length === 0 || theirs.includes(by);
}
