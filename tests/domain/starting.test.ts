import { describe, expect, test } from '@jest/globals';
import {
  aboutUsFor,
  answerSubject,
  changeValues,
  EMPTY_ABOUT_US,
  NOTHING_KNOWN,
  SUBJECTS,
  subjectsLeft,
  type AboutUs,
  type Known,
  type Subject,
} from '@rapport/domain/aboutUs';
import { acceptInvitation } from '@rapport/domain/invitation';
import {
  fillIntroduction,
  introductionOf,
  unknownPlaceholders,
} from '@rapport/domain/introduction';
import {
  agreeToTerms,
  allowCommonConcern,
  bothAgreed,
  inForce,
  postponeTerms,
} from '@rapport/domain/member';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import type { Role } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import { shapeSeries } from '@rapport/domain/shape';
import { invitationFor, termsFor, viewFor } from '@rapport/domain/view';
import fc from 'fast-check';
import { AT, code, DAY, id, later, newSeries, ravi } from './support';

const joined = (agree = true): Series =>
  acceptInvitation(newSeries(), ravi, { terms: 1, agree }, AT);

describe('C1: an introduction that is written once', () => {
  const filled = { name: 'Ravi', rhythm: 'every two weeks', length: '30 minutes' };

  test('has name, rhythm and length filled in, however they are spelt', () => {
    const text = 'Hi {name}, {Rhythm} for { length }. {name}!';
    expect(fillIntroduction(text, filled)).toBe('Hi Ravi, every two weeks for 30 minutes. Ravi!');
    expect(unknownPlaceholders(text)).toEqual([]);
  });

  test('keeps what is no placeholder as it was written, and says so once', () => {
    const text = 'Hi {nmae}, {nmae}: {constructor} {} { "a": 1 }';
    expect(fillIntroduction(text, filled)).toBe(text);
    expect(unknownPlaceholders(text)).toEqual(['{nmae}', '{constructor}', '{ "a": 1 }']);
  });

  test('puts in every name as it is, and never reads what it put in', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, name) => {
        const text = `${before.replaceAll(/[{}]/gu, '')}{name}`;
        expect(fillIntroduction(text, { name })).toBe(text.replace('{name}', () => name));
      }),
    );
  });

  test('waits for the name of whoever joins from a meeting, and then says it', () => {
    const open = newSeries({ report: null, introduction: 'Hi {name}' });
    expect(introductionOf(open)).toBe('Hi {name}');
    const named = newSeries({ introduction: 'Hi {name}' });
    expect(invitationFor(named)?.introduction).toBe('Hi Ravi');
    const verified = acceptInvitation(named, { ...ravi, name: 'Menon, Ravindra' }, YES, AT);
    expect(viewFor(verified, EMPTY_PAGE, 'report', AT).introduction).toBe('Hi Ravindra');
  });
});

const YES = { terms: 1, agree: true };

describe('C6: versions of the terms', () => {
  test('old ones hold until both agreed to the newer', () => {
    const both = joined();
    const one = agreeToTerms(both, 'report', 2, later(DAY), 2);
    expect(inForce(one)).toBe(1);
    expect(viewFor(one, EMPTY_PAGE, 'manager', AT).report).toMatchObject({
      agreedTo: 2,
      agreedAt: later(DAY),
    });
    expect(inForce(agreeToTerms(one, 'manager', 2, later(DAY), 2))).toBe(2);
  });

  test('nobody is bound to words they were never shown', () => {
    const first = newSeries();
    const second = acceptInvitation(first, ravi, { terms: 1, agree: false }, AT);
    const apart = agreeToTerms(second, 'report', 2, AT, 2);
    expect([inForce(apart), bothAgreed(apart)]).toEqual([null, false]);
    expect(inForce(agreeToTerms(apart, 'manager', 2, AT, 2))).toBe(2);
  });

  test('the version in force is never newer than what each agreed to, and never gets older', () => {
    const step = fc.record({
      by: fc.constantFrom<Role>('manager', 'report'),
      terms: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12, size: 'max' }), (steps) => {
        let series = acceptInvitation(
          newSeries({ agree: false }),
          ravi,
          { terms: 1, agree: false },
          AT,
        );
        let before = 0;
        for (const { by, terms } of steps) {
          series = agreeToTerms(series, by, terms, AT, terms);
          const now = inForce(series) ?? 0;
          expect(now).toBeGreaterThanOrEqual(before);
          const each = [series.manager, series.report].map((member) =>
            (member?.agreed ?? []).map((agreement) => agreement.terms),
          );
          if (now > 0) expect(each.every((agreed) => agreed.includes(now))).toBe(true);
          before = now;
        }
      }),
    );
  });

  test('are asked about once: "not now" is an answer, also that of whoever joined without', () => {
    const without = joined(false);
    expect(termsFor(without, 'report').unanswered).toBe(false);
    expect(termsFor(without, 'report', 2).unanswered).toBe(true);
    const later2 = postponeTerms(without, 'report', 2, 2);
    expect(termsFor(later2, 'report', 2).unanswered).toBe(false);
    expect(termsFor(later2, 'report', 3).unanswered).toBe(true);
    expect(code(() => postponeTerms(without, 'report', 2))).toBe('terms.outdated');
    const agreed = agreeToTerms(later2, 'report', 2, AT, 2);
    expect(termsFor(agreed, 'report', 2).unanswered).toBe(false);
    expect(postponeTerms(agreed, 'report', 2, 2)).toBe(agreed);
  });

  test('"not now" and the exception leave the reading of the other one as it is', () => {
    const before = joined(false);
    const after = allowCommonConcern(postponeTerms(before, 'report', 2, 2), 'report', true);
    const read = (series: Series) => viewFor(series, EMPTY_PAGE, 'manager', AT);
    expect(read(after)).toEqual(read(before));
    expect(viewFor(after, EMPTY_PAGE, 'report', AT).terms.commonConcern).toBe(true);
  });

  test('exception (1) is off, and only the report turns it on', () => {
    expect(viewFor(joined(), EMPTY_PAGE, 'report', AT).terms.commonConcern).toBe(false);
    expect(code(() => allowCommonConcern(joined(), 'manager', true))).toBe('series.notReport');
  });
});

describe('C2, A2: the shape of a 1:1', () => {
  test('is changed by either, and says who did it and when', () => {
    const once = shapeSeries(joined(), 'report', { format: 'structured' }, later(1));
    const twice = shapeSeries(once, 'manager', { minutes: 45, format: 'free' }, later(2));
    expect(twice).toMatchObject({ minutes: 45, format: 'free' });
    expect(twice.shaped).toEqual([
      { what: 'rhythm', by: 'manager', at: later(2) },
      { what: 'format', by: 'manager', at: later(2) },
    ]);
  });

  test('says nothing where nothing changed', () => {
    const series = joined();
    expect(shapeSeries(series, 'report', { format: 'free', rhythm: 'biweekly' }, AT)).toBe(series);
  });

  test('E2: the introduction is its author’s', () => {
    const change = () => shapeSeries(joined(), 'report', { introduction: 'planted' }, AT);
    expect(code(change)).toBe('series.notManager');
    expect(shapeSeries(joined(), 'manager', { introduction: 'mine' }, AT).introduction).toBe(
      'mine',
    );
  });
});

describe('A4: getting to know each other', () => {
  interface Page {
    readonly aboutUs: AboutUs;
    readonly known: Known;
  }
  const empty: Page = { aboutUs: EMPTY_ABOUT_US, known: NOTHING_KNOWN };
  const says = (
    page: Page,
    by: Role,
    subject: Subject,
    text: string | null,
    { meeting = 1, at = AT } = {},
  ): Page => answerSubject({ ...page, meeting, agreed: true }, { subject, text }, { by, at });
  const read = (page: Page, by: Role, { meeting = 1, agreed = true } = {}) =>
    aboutUsFor(page.aboutUs, { known: page.known, by, meeting, agreed });
  const mine = (page: Page, by: Role, meeting = 1) =>
    Object.fromEntries(read(page, by, { meeting }).subjects.map((one) => [one.subject, one.mine]));

  test('its seven subjects are spread over the first three meetings', () => {
    expect(SUBJECTS).toHaveLength(7);
    expect([1, 2, 3].map((n) => subjectsLeft(NOTHING_KNOWN, 'manager', n))).toEqual([3, 2, 2]);
    expect(subjectsLeft(NOTHING_KNOWN, 'manager', 4)).toBe(0);
    expect(code(() => says(empty, 'manager', 'career', 'x'))).toBe('aboutUs.notYet');
  });

  test('the manager first: the report is asked once they answered, or skipped', () => {
    expect(read(empty, 'report').subjects).toEqual([]);
    expect(code(() => says(empty, 'report', 'like', 'x'))).toBe('aboutUs.notYet');
    const answered = says(empty, 'manager', 'like', 'Stubborn, and early up');
    const skipped = says(answered, 'manager', 'joined', null);
    expect(mine(skipped, 'report')).toEqual({ like: 'open', joined: 'open' });
    expect(subjectsLeft(skipped.known, 'report', 1)).toBe(2);
    expect(subjectsLeft(skipped.known, 'manager', 1)).toBe(1);
  });

  test('what was skipped reads as nothing at all', () => {
    const open = says(empty, 'manager', 'like', 'x');
    const skipped = says(open, 'report', 'like', null);
    expect(read(skipped, 'manager')).toEqual(read(open, 'manager'));
    expect(mine(skipped, 'report')).toEqual({ like: 'skipped' });
  });

  test('E2: what somebody says about themselves is corrected by them alone, with its history', () => {
    const said = says(empty, 'manager', 'like', 'first');
    const both = says(said, 'report', 'like', 'his own');
    const corrected = says(both, 'manager', 'like', 'second', { at: later(DAY) });
    expect(read(corrected, 'report').answers).toEqual([
      { subject: 'like', by: 'report', text: 'his own', at: AT, earlier: [] },
      {
        subject: 'like',
        by: 'manager',
        text: 'second',
        at: later(DAY),
        earlier: [{ text: 'first', at: AT }],
      },
    ]);
    expect(says(corrected, 'manager', 'like', 'second').aboutUs).toBe(corrected.aboutUs);
  });

  test('taking an answer back takes all its words with it', () => {
    const said = says(says(empty, 'manager', 'like', 'first'), 'manager', 'like', 'second');
    const gone = says(said, 'manager', 'like', null);
    expect(JSON.stringify(gone.aboutUs)).not.toMatch(/first|second/u);
    expect(mine(gone, 'manager')['like']).toBe('skipped');
  });

  test('C6: before both agreed each reads their own answers only', () => {
    const both = says(says(empty, 'manager', 'like', 'hers'), 'report', 'like', 'his');
    const texts = (by: Role, agreed: boolean) =>
      read(both, by, { agreed }).answers.map(({ text }) => text);
    expect([texts('report', false), texts('manager', false)]).toEqual([['his'], ['hers']]);
    expect(texts('report', true)).toEqual(['hers', 'his']);
  });

  test('C2: the two care about five things at the most, each in the words of who wrote it', () => {
    const doing = (by: Role, n: number) => ({ by, at: AT, commandId: id(100 + n) });
    let page = EMPTY_ABOUT_US;
    for (const n of [1, 2, 3, 4, 5]) {
      const by = n % 2 ? 'manager' : 'report';
      page = changeValues(page, { type: 'add', id: id(n), text: `${n}` }, doing(by, n));
    }
    const sixth = { type: 'add', id: id(6), text: '6' } as const;
    expect(code(() => changeValues(page, sixth, doing('report', 6)))).toBe('values.full');
    const edit = { type: 'edit', id: id(1), text: 'other', version: id(101) } as const;
    expect(code(() => changeValues(page, edit, doing('report', 7)))).toBe('line.notYours');
    const remove = { type: 'remove', id: id(1), version: id(101) } as const;
    const fewer = changeValues(page, remove, doing('manager', 8));
    expect(changeValues(fewer, sixth, doing('report', 9)).values).toHaveLength(6);
    expect(JSON.stringify(fewer.values[0])).not.toContain('"text"');
  });
});
