import { DomainError } from './errors';
import { OPEN_FOR_MS } from './invitation';
import { next, requireGoingOn, withoutComing } from './member';
import type { Person, Role } from './person';
import type { Series } from './series.schema';
import type {
  Offer,
  Origin,
  Succession,
  SuccessionKind,
  Successions,
  SuccessionsView,
} from './succession.schema';

export type * from './succession.schema';

export const NO_SUCCESSIONS: Successions = { entries: [], offers: [] };

/** Of each of the two, in one series: whoever asks too many keeps only themselves from asking. */
const ENTRIES_EACH = 12;
/** … of which so many may wait for an answer at a time: whoever is asked reads it in their home. */
const WAITING_EACH = 3;
const LONGEST_MS = 366 * 24 * 60 * 60 * 1000;

/**
 * One of the two asks somebody to lead the report's 1:1s, for a while or from now on (PRACTICE C7). Nothing of
 * this series goes with it.
 * @throws DomainError `series.withYourself`, `succession.over` without a report, `succession.when`, `succession.full`
 */
export function nameSuccessor(
  successions: Successions,
  series: Series,
  input: {
    readonly id: string;
    readonly kind: SuccessionKind;
    readonly person: Person;
    readonly until: string | null;
  },
  by: Role,
  at: string,
): Successions {
  if (successions.entries.some(({ id }) => id === input.id)) return successions;
  const { manager, report } = series;
  // A stand-in whose day has come has nothing to hand over (PRACTICE C7).
  if (!report || report.leftAt || series.endedAt !== undefined) {
    throw new DomainError('succession.over');
  }
  if ([manager, report].some(({ person }) => person.id === input.person.id)) {
    throw new DomainError('series.withYourself', 'person');
  }
  if ((input.kind === 'standIn') !== (input.until !== null)) {
    throw new DomainError('succession.when', 'until');
  }
  if (input.until !== null) requireEnd(input.until, at);
  const mine = successions.entries.filter((entry) => entry.by === by);
  const waiting = mine.filter(({ state, expiresAt }) => state === 'asked' && at < expiresAt);
  const kept = withoutSettled(successions, by);
  if (waiting.length >= WAITING_EACH || mine.length - kept.gone >= ENTRIES_EACH) {
    throw new DomainError('succession.full');
  }
  const expiresAt = new Date(Date.parse(at) + OPEN_FOR_MS).toISOString();
  const entry: Succession = { ...input, by, at, expiresAt, state: 'asked', series: null };
  return { ...successions, entries: [...kept.entries, entry] };
}

/** Where somebody has asked often, their oldest question that came to nothing, and that no line goes with, goes. */
function withoutSettled({ entries, offers }: Successions, by: Role) {
  const mine = entries.filter((entry) => entry.by === by);
  const settled = mine.find(
    ({ id, state }) =>
      (state === 'declined' || state === 'withdrawn') &&
      !offers.some(({ succession }) => succession === id),
  );
  if (mine.length < ENTRIES_EACH || !settled) return { entries, gone: 0 };
  return { entries: entries.filter((entry) => entry !== settled), gone: 1 };
}

/**
 * What becomes of it; only an open one becomes anything.
 * @throws DomainError `succession.unknown`
 */
export function settle(
  successions: Successions,
  id: string,
  outcome: Pick<Succession, 'state' | 'series'>,
): Successions {
  const entry = successions.entries.find((one) => one.id === id);
  if (!entry) throw new DomainError('succession.unknown');
  if (entry.state !== 'asked') return successions;
  const entries = successions.entries.map((one) => (one === entry ? { ...one, ...outcome } : one));
  return { ...successions, entries };
}

/** A series that followed on another one. */
export const withOrigin = (series: Series, origin: Origin): Series => ({ ...series, origin });

/** The series as it is at this time: a stand-in's is over when its day has come, whoever has written that down. */
export function asOf(series: Series, at: string): Series {
  const until = series.origin?.until ?? null;
  const over = until !== null && at >= until && series.endedAt === undefined;
  return over ? { ...series, ...withoutComing(series), endedAt: until } : series;
}

/**
 * A stand-in goes on for longer: only the report says so (PRACTICE C7).
 * @throws DomainError `series.notReport`, `series.ended`, `succession.unknown` where there is no end, `succession.when`
 */
export function extendStandIn(series: Series, by: Role, until: string, at: string): Series {
  if (by !== 'report') throw new DomainError('series.notReport');
  requireGoingOn(series);
  const { origin } = series;
  if (!origin?.until) throw new DomainError('succession.unknown');
  requireEnd(until, at);
  if (until < origin.until) throw new DomainError('succession.when', 'until');
  return until === origin.until ? series : next(series, { origin: { ...origin, until } });
}

function requireEnd(until: string, at: string): void {
  const ahead = Date.parse(until) - Date.parse(at);
  if (ahead <= 0 || ahead > LONGEST_MS) throw new DomainError('succession.when', 'until');
}

/**
 * What one of the two reads: whom they asked, and of the offers their own and those that wait for them. What the
 * other one lets go of their own words is theirs alone; what was not agreed to looks like what was not answered.
 */
export function successionsFor(
  { entries, offers }: Successions,
  origin: Origin | undefined,
  by: Role,
  at: string,
): SuccessionsView {
  const asked = entries.map(({ id, kind, person, by: asker, until, state, expiresAt }) => ({
    id,
    kind,
    name: person.name,
    by: asker,
    until,
    state: state === 'asked' && at >= expiresAt ? ('expired' as const) : state,
  }));
  const back = origin && {
    id: origin.succession,
    kind: 'back' as const,
    name: origin.of,
    by: 'manager' as const,
    until: null,
    state: 'begun' as const,
  };
  return {
    entries: back ? [back, ...asked] : asked,
    offers: offers
      .filter((offer) => offer.by === by || offer.needs.includes(by))
      .map((offer) => ({
        id: offer.id,
        succession: offer.succession,
        noun: offer.noun,
        line: offer.line ?? null,
        version: offer.version ?? null,
        text: offer.text,
        ...(offer.goal ? { goal: offer.goal } : {}),
        mine: offer.by === by,
        given: offer.given.includes(by),
        state: offer.carried ? 'carried' : isReleased(offer) ? 'released' : 'waiting',
        shared: offer.needs.length > 1,
      })),
  };
}

/** Whether everybody who has a say in it has let it go. */
export const isReleased = ({ needs, given }: Pick<Offer, 'needs' | 'given'>): boolean =>
  needs.every((role) => given.includes(role));
