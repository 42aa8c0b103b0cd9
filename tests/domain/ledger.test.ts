import { describe, expect, test } from '@jest/globals';
import { askToShare, stepOf } from '@rapport/domain/disclosure';
import {
  asksAfter,
  ASKS_PER_PERSON,
  countOf,
  countWith,
  ENTRIES_PER_PERSON,
  ledgerFor,
  openAsks,
} from '@rapport/domain/ledger';
import type {
  Ask,
  ChangeLedger,
  LedgerView,
  Matter,
  SafetyRecord,
} from '@rapport/domain/ledger.schema';
import type { Role } from '@rapport/domain/person';
import { recordSafety, stepOfSafety } from '@rapport/domain/safety';
import fc from 'fast-check';
import { AT, code, id, later } from './support';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
type Step = Extract<ChangeLedger, { disclosure: string }>;

const ask = (matter: Matter | null, n: number, at = AT, by: Role = 'manager', thing = 1): Matter =>
  askToShare(
    matter,
    matter ? [matter] : [],
    {
      type: 'matter',
      id: id(thing),
      about: 'The move to Lisbon',
      disclosure: id(n),
      audience: 'Head of engineering',
      wording: 'Ravi may move to Lisbon in May.',
    },
    by,
    at,
  );
const step = (matter: Matter, given: Step, by: Role, at: string, together = false): Matter =>
  stepOf(matter, given, { by, at, together });
const answer = (n: number, kind: 'yes' | 'no' | 'reworded', more: Partial<Step> = {}): Step => ({
  step: 'answer',
  disclosure: id(n),
  kind,
  wording: null,
  close: false,
  ...more,
});
const on = (kind: 'withdraw' | 'tell' | 'revoke', n: number): Step => ({
  step: kind,
  disclosure: id(n),
});
const view = (matter: Matter, at: string) =>
  ledgerFor(matter, 'report', at) as Extract<LedgerView, { type: 'matter' }>;
const state = (matter: Matter, at: string) => view(matter, at).disclosures.at(-1)?.state;

describe('C6: permission to share', () => {
  test('a yes allows exactly the wording, a rewording exactly the new one, a no nothing', () => {
    const asked = ask(null, 2);
    const at = later(2 * HOUR);
    const yes = step(asked, answer(2, 'yes'), 'report', at);
    expect(view(yes, at).disclosures[0]).toMatchObject({
      state: 'allowed',
      allowed: 'Ravi may move to Lisbon in May.',
    });
    const words = { wording: 'Ravi looks into a move.' };
    const other = step(asked, answer(2, 'reworded', words), 'report', at);
    expect(view(other, at).disclosures[0]).toMatchObject({
      state: 'allowed',
      allowed: words.wording,
    });
    const no = step(asked, answer(2, 'no'), 'report', at);
    expect(view(no, at).disclosures[0]).toMatchObject({ state: 'refused', allowed: null });
    expect(code(() => step(asked, answer(2, 'reworded'), 'report', at))).toBe(
      'disclosure.wordsMissing',
    );
  });

  test('no answer is a no after 14 days, and comes too late then', () => {
    const asked = ask(null, 2);
    expect(state(asked, later(14 * DAY - 1))).toBe('open');
    expect(state(asked, later(14 * DAY))).toBe('lapsed');
    const late = () => step(asked, answer(2, 'yes'), 'report', later(14 * DAY));
    expect(code(late)).toBe('disclosure.notOpen');
  });

  test('a yes can be revoked; what was told stays written down, and no more is', () => {
    const yes = step(ask(null, 2), answer(2, 'yes'), 'report', later(DAY));
    const told = step(yes, on('tell', 2), 'manager', later(2 * DAY));
    const revoked = step(told, on('revoke', 2), 'report', later(3 * DAY));
    expect(view(revoked, later(3 * DAY)).disclosures[0]).toMatchObject({
      state: 'revoked',
      allowed: null,
      toldAt: [later(2 * DAY)],
    });
    expect(code(() => step(revoked, on('tell', 2), 'manager', later(4 * DAY)))).toBe(
      'disclosure.notAllowed',
    );
  });

  test('each step is for one of the two', () => {
    const asked = ask(null, 2);
    const yes = step(asked, answer(2, 'yes'), 'report', later(DAY));
    const wrong = [
      () => step(asked, answer(2, 'yes'), 'manager', later(DAY)),
      () => step(asked, on('withdraw', 2), 'report', AT),
      () => step(yes, on('tell', 2), 'report', later(DAY)),
      () => step(yes, on('revoke', 2), 'manager', later(DAY)),
    ];
    expect(wrong.map(code)).toEqual(wrong.map(() => 'disclosure.notYours'));
  });
});

describe('E1: a pressured yes', () => {
  test('is not given in a meeting, nor in the moment; a no can be given at once', () => {
    const asked = ask(null, 2);
    const soon = () => step(asked, answer(2, 'yes'), 'report', later(HOUR - 1));
    expect(code(soon)).toBe('disclosure.tooSoon');
    expect(state(step(asked, answer(2, 'yes'), 'report', later(HOUR)), later(HOUR))).toBe(
      'allowed',
    );
    for (const kind of ['yes', 'no', 'reworded'] as const) {
      const inside = () =>
        step(asked, answer(2, kind, { wording: 'Words' }), 'report', later(DAY), true);
      expect(code(inside)).toBe('disclosure.inMeeting');
    }
    expect(state(step(asked, answer(2, 'no'), 'report', AT), AT)).toBe('refused');
  });

  test('three requests for one thing end it, however each of them ended', () => {
    const ends: ((matter: Matter, n: number, at: string) => Matter)[] = [
      (matter, n, at) => step(matter, answer(n, 'no'), 'report', at),
      (matter, n, at) => step(matter, on('withdraw', n), 'manager', at),
      (matter) => matter,
    ];
    fc.assert(
      fc.property(fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }), (chosen) => {
        let matter: Matter | null = null;
        chosen.forEach((way, n) => {
          const at = later(n * 20 * DAY);
          const asked = ask(matter, n + 2, at);
          expect(code(() => ask(asked, 90, at))).toBe('disclosure.open');
          matter = ends[way]?.(asked, n + 2, at) ?? asked;
        });
        const last = matter as unknown as Matter;
        expect(view(last, later(80 * DAY)).mayAskAgain).toBe(false);
        expect(code(() => ask(last, 91, later(80 * DAY)))).toBe('disclosure.ended');
      }),
    );
  });

  test('"and do not ask again" ends it with the first no', () => {
    const no = step(ask(null, 2), answer(2, 'no', { close: true }), 'report', AT);
    expect(code(() => ask(no, 3, later(DAY)))).toBe('disclosure.ended');
    const plain = step(ask(null, 2), answer(2, 'no'), 'report', AT);
    expect(ask(plain, 3, later(DAY)).disclosures).toHaveLength(2);
  });

  test('E1: the same thing under another id, or written otherwise, is the same thing', () => {
    const again = (entries: readonly Matter[], about: string, at: string, n = 9): Matter =>
      askToShare(
        null,
        entries,
        { type: 'matter', id: id(n), about, disclosure: id(n), audience: 'HR', wording: 'Words' },
        'manager',
        at,
      );
    const open = ask(null, 2);
    const closed = step(open, answer(2, 'no', { close: true }), 'report', AT);
    const once = step(open, answer(2, 'no'), 'report', AT);
    const written = fc.constantFrom(
      'The move to Lisbon',
      'the  MOVE to\u00a0lisbon',
      'Ｔｈｅ move to Lisbon',
      'The mo\u200bve to Lis\u00adbon',
    );
    fc.assert(
      fc.property(written, written, (first, second) => {
        expect(code(() => again([open], first, AT))).toBe('disclosure.open');
        expect(code(() => again([closed], first, later(DAY)))).toBe('disclosure.ended');
        const two = [once, again([once], first, later(DAY))];
        const three = [...two, again(two, second, later(20 * DAY), 10)];
        expect(code(() => again(three, first, later(40 * DAY), 11))).toBe('disclosure.ended');
        expect(code(() => ask(once, 12, later(40 * DAY)))).toBe('accepted');
      }),
    );
    expect(code(() => again([closed], 'The move to Porto', later(DAY)))).toBe('accepted');
    const theirs: Matter = { ...closed, by: 'report' };
    expect(code(() => again([theirs], closed.about, later(DAY)))).toBe('accepted');
  });

  test('a repeated request is the same one, and nobody asks in the other one’s name', () => {
    const asked = ask(null, 2);
    expect(ask(asked, 2)).toBe(asked);
    expect(code(() => ask(asked, 3, AT, 'report'))).toBe('ledger.idTaken');
  });
});

describe('what the head knows of requests', () => {
  test('is which wait for an answer, for fourteen days, and only so many', () => {
    const asked = ask(null, 2);
    const asks = asksAfter([], asked, AT);
    expect(openAsks(asks, later(14 * DAY - 1))).toHaveLength(1);
    expect(openAsks(asks, later(14 * DAY))).toEqual([]);
    expect(asksAfter(asks, step(asked, answer(2, 'no'), 'report', AT), AT)).toEqual([]);
    const full = Array.from({ length: ASKS_PER_PERSON }, (_, n) => n).reduce<Ask[]>(
      (all, n) => asksAfter(all, ask(null, 2, AT, 'manager', 100 + n), AT),
      [],
    );
    expect(code(() => asksAfter(full, asked, AT))).toBe('ledger.full');
    expect(asksAfter(full, ask(null, 2, AT, 'report'), AT)).toHaveLength(ASKS_PER_PERSON + 1);
    expect(asksAfter(full, asked, later(14 * DAY))).toEqual([]);
  });
});

describe('C6: how much one of the two can write', () => {
  test('is counted for each author alone, by type', () => {
    const matters = Array.from({ length: 3 }, (_, n) => ask(null, 2, AT, 'manager', 100 + n));
    expect(countOf(matters, 'manager')).toEqual({ matter: 3, safety: 0 });
    expect(countOf(matters, 'report')).toEqual({ matter: 0, safety: 0 });
    for (const type of ['matter', 'safety'] as const) {
      const last = { matter: 0, safety: 0, [type]: ENTRIES_PER_PERSON[type] - 1 };
      const full = countWith(last, type);
      expect(full[type]).toBe(ENTRIES_PER_PERSON[type]);
      expect(code(() => countWith(full, type))).toBe('ledger.full');
      expect(code(() => countWith(full, type === 'matter' ? 'safety' : 'matter'))).toBe('accepted');
    }
  });
});

describe('E5: the exception for safety or the law', () => {
  const record = (shownAt: string | null = null): SafetyRecord =>
    recordSafety(
      {
        type: 'safety',
        id: id(1),
        basis: 'safety',
        wording: 'Passed on.',
        audience: 'Doctor',
        shownAt,
      },
      'manager',
      AT,
    );
  const seen = (entry: SafetyRecord, at: string): boolean =>
    ledgerFor(entry, 'report', at) !== null;

  test('is shown at once, or on a day within 30 days; one extension, at most 30 more', () => {
    expect(seen(record(), AT)).toBe(true);
    const hidden = record(later(30 * DAY));
    expect([seen(hidden, later(30 * DAY - 1)), seen(hidden, later(30 * DAY))]).toEqual([
      false,
      true,
    ]);
    expect(code(() => record(later(30 * DAY + 1)))).toBe('safety.tooLate');
    const extend = (entry: SafetyRecord, ms: number, at = later(DAY)) =>
      stepOfSafety(entry, { step: 'extend', shownAt: later(ms) }, 'manager', at);
    const longer = extend(hidden, 60 * DAY);
    expect([seen(longer, later(60 * DAY - 1)), seen(longer, later(60 * DAY))]).toEqual([
      false,
      true,
    ]);
    expect(code(() => extend(longer, 61 * DAY))).toBe('safety.extended');
    expect(code(() => extend(hidden, 61 * DAY))).toBe('safety.tooLate');
    expect(code(() => extend(hidden, 60 * DAY, later(31 * DAY)))).toBe('safety.shown');
  });

  test('takes ten additions', () => {
    let entry = record();
    const add = () => (entry = stepOfSafety(entry, { step: 'add', text: 'More.' }, 'manager', AT));
    for (let n = 0; n < 10; n += 1) add();
    expect(code(add)).toBe('ledger.full');
    expect(entry.added).toHaveLength(10);
  });

  test('grows, and nothing of it is ever changed or hidden again, whatever its author does', () => {
    const steps = fc.array(
      fc.record({
        step: fc.constantFrom('add', 'show', 'extend'),
        day: fc.integer({ min: 0, max: 90 }),
        to: fc.integer({ min: 0, max: 120 }),
        by: fc.constantFrom<Role>('manager', 'report'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 30 }), (all, hiddenFor) => {
        let entry = record(later(hiddenFor * DAY));
        const { added: _, shownAt: __, extended: ___, ...written } = entry;
        for (const { step: kind, day, to, by } of all.toSorted((a, b) => a.day - b.day)) {
          const at = later(day * DAY);
          const before = entry;
          const wasSeen = seen(entry, at);
          const given =
            kind === 'add'
              ? ({ step: 'add', text: `day ${day}` } as const)
              : kind === 'show'
                ? ({ step: 'show' } as const)
                : ({ step: 'extend', shownAt: later(to * DAY) } as const);
          code(() => (entry = stepOfSafety(entry, given, by, at)));
          expect(entry).toMatchObject(written);
          expect(entry.added.slice(0, before.added.length)).toEqual(before.added);
          if (by === 'report') expect(entry).toBe(before);
          if (wasSeen) expect(seen(entry, at)).toBe(true);
        }
        expect(seen(entry, later(60 * DAY))).toBe(true);
      }),
    );
  });
});
