import { describe, expect, test } from '@jest/globals';
import type { Role } from '@rapport/domain/person';
import {
  keepWhatBothKept,
  LOOKED_BACK,
  offerTalkShare,
  OFFER_MS,
  takeTalkShareAway,
  talkShareFor,
  withoutOffer,
  type TalkShareOffer,
  type TalkShareRecord,
} from '@rapport/domain/talkShare';
import fc from 'fast-check';
import { AT, code, DAY, later, newSeries } from './support';

const planned = newSeries();
const after = (number: number) => ({
  meeting: planned.meeting,
  lastMeeting: { number, finishedAt: AT, by: 'manager' as const },
});
const offer = (more: Partial<TalkShareOffer> = {}): TalkShareOffer => ({
  meeting: 3,
  share: 60,
  at: AT,
  version: 1,
  ...more,
});
const keep = (
  hers: TalkShareOffer[],
  his: TalkShareOffer[],
  record: TalkShareRecord | null = null,
) => keepWhatBothKept(record, 3, { manager: hers, report: his });

describe('A8: what somebody would keep', () => {
  test('is of one of the last meetings, and between meetings', () => {
    const refusal = (meeting: number, last: number, state: 'planned' | 'live' = 'planned') =>
      code(() =>
        offerTalkShare([], offer({ meeting }), {
          ...after(last),
          meeting: { ...planned.meeting, state },
        }),
      );
    expect(refusal(3, 3)).toBe('accepted');
    expect(refusal(4, 3)).toBe('talkShare.noMeeting');
    expect(refusal(1, LOOKED_BACK)).toBe('accepted');
    expect(refusal(1, LOOKED_BACK + 1)).toBe('talkShare.noMeeting');
    expect(refusal(3, 3, 'live')).toBe('talkShare.inMeeting');
  });

  test('replaces what they wished for the same meeting, and what has run out goes', () => {
    const old = offer({ meeting: 2, at: later(-OFFER_MS - 1) });
    const before = [old, offer(), offer({ meeting: 1, version: 2 })];
    const given = offer({ share: null, version: 3 });
    expect(offerTalkShare(before, given, after(3))).toEqual([before[2], given]);
    expect(withoutOffer(before, 3)).toEqual([old, before[2]]);
  });
});

describe('A8: numbers are thrown away unless both keep them', () => {
  test.each([
    ['nobody', [], []],
    ['one alone', [offer()], []],
    ['the other one alone', [], [offer()]],
    ['both, of different meetings', [offer({ meeting: 2 })], [offer()]],
    ['both, and neither measured', [offer({ share: null })], [offer({ share: null })]],
    ['both, more than 14 days apart', [offer()], [offer({ at: later(14 * DAY + 1) })]],
  ])('%s: nothing lies with the meeting', (_, hers, his) => {
    expect(keep(hers, his)).toBeNull();
  });

  test.each([
    ['each measured', 60, 62],
    ['one measured', 60, null],
    ['the other one did', null, 62],
  ])('both, and %s: it lies with the meeting', (_, manager, report) => {
    const his = offer({ share: report, version: 7, at: later(14 * DAY) });
    const record = keep([offer({ share: manager })], [his]);
    expect(record?.kept).toEqual({
      share: { manager, report },
      from: { manager: 1, report: 7 },
    });
  });

  test('E2: what both kept is not altered by one of them', () => {
    const kept = keep([offer()], [offer()]);
    expect(keep([offer({ share: 10, version: 9 })], [offer()], kept)).toBe(kept);
  });
});

describe('A8: either can take it away', () => {
  test.each(['manager', 'report'] as const)('the %s does: it takes both to keep it again', (by) => {
    const kept = keep([offer({ version: 4 })], [offer({ version: 5 })]);
    const gone = takeTalkShareAway(kept, 3, by, 9);
    expect(gone.kept).toBeNull();
    const again = [offer({ version: 10 })];
    const [hers, his] =
      by === 'manager' ? [again, [offer({ version: 5 })]] : [[offer({ version: 4 })], again];
    expect(keep(hers, his, gone)).toBe(gone);
    expect(keep([offer({ version: 10 })], [offer({ version: 10 })], gone)?.kept).not.toBeNull();
  });

  test('a wish taken back is not brought again by what was under way', () => {
    const gone = takeTalkShareAway(null, 3, 'manager', 4);
    expect(keep([offer({ version: 4 })], [offer()], gone)).toBe(gone);
  });

  test('taking it away late does not take what both kept since', () => {
    const kept = keep([offer({ version: 6 })], [offer({ version: 6 })]);
    expect(takeTalkShareAway(kept, 3, 'manager', 5).kept).toEqual(kept?.kept);
  });
});

/** What the two may do, one after the other, each on their own page. */
const steps = fc.array(
  fc.record({
    by: fc.constantFrom<Role>('manager', 'report'),
    does: fc.constantFrom('keep', 'keepAny', 'drop'),
    afterMs: fc.integer({ min: 0, max: 10 * DAY }),
  }),
  { maxLength: 12, size: 'max' },
);

test('A8: whatever the two do, in whatever order it gets there, it is kept only while both want it', () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.boolean()), (all, late) => {
      const pages: Record<Role, TalkShareOffer[]> = { manager: [], report: [] };
      const versions = { manager: 0, report: 0 };
      /** Steps of which one knows that they want it, by the version of their page. */
      const wants: Record<Role, number | null> = { manager: null, report: null };
      let record: TalkShareRecord | null = null;
      let waiting: (() => void)[] = [];
      let now = 0;
      for (const { by, does, afterMs } of all) {
        now += afterMs;
        const version = (versions[by] += 1);
        if (does === 'drop') {
          pages[by] = [...withoutOffer(pages[by], 3)];
          wants[by] = null;
          waiting.push(() => (record = takeTalkShareAway(record, 3, by, version)));
        } else {
          const share = does === 'keep' ? 50 + version : null;
          const given = offer({ share, version, at: later(now) });
          pages[by] = offerTalkShare(pages[by], given, after(3));
          wants[by] = version;
          waiting.push(() => (record = keepWhatBothKept(record, 3, pages)));
        }
        // An interrupted effect comes later, before or after others.
        if (late.next().value) continue;
        for (const effect of waiting.toReversed()) effect();
        waiting = [];
        const { kept } = (record ?? { kept: null }) as TalkShareRecord;
        for (const role of ['manager', 'report'] as const) {
          if (wants[role] === null) expect(kept).toBeNull();
          // Never before they said so, never what they did not say.
          if (kept) expect(kept.from[role]).toBeLessThanOrEqual(versions[role]);
        }
        if (kept) expect(kept.share.manager ?? kept.share.report).not.toBeNull();
      }
    }),
  );
});

describe('A8: what one is shown of a meeting', () => {
  const raised = (by: Role) => ({ by }) as never;
  const record = { meeting: 3, kept: null, gone: { manager: 0, report: 0 } };
  const source = {
    meeting: {
      number: 3,
      startedAt: AT,
      finishedAt: AT,
      topics: [raised('report'), raised('report'), raised('manager')],
      notes: [],
      actions: [],
    },
    mine: [{ meeting: 3, worth: 5, heard: 5, share: 40, at: AT }],
    both: null,
    offers: [offer()],
    record,
  };

  test('who raised the topics, one’s own estimate and wish', () => {
    expect(talkShareFor(source, later(14 * DAY))).toEqual({
      number: 3,
      finishedAt: AT,
      topics: { manager: 1, report: 2 },
      estimate: 40,
      estimates: null,
      offer: { share: 60, until: later(14 * DAY) },
      kept: null,
    });
  });

  test('a wish that has run out is as if there had been none', () => {
    expect(talkShareFor(source, later(14 * DAY + 1)).offer).toBeNull();
  });

  test('D6: both estimates where both were revealed, of the report’s part', () => {
    const answer = (share: number) => ({ meeting: 3, worth: 1, heard: 1, share, at: AT });
    const both = { manager: answer(40), report: answer(70) };
    const { estimates } = talkShareFor({ ...source, both }, AT);
    expect(estimates).toEqual({ manager: 40, report: 70 });
  });

  test('what both kept takes the place of the wish', () => {
    const kept = keep([offer()], [offer({ share: null })]);
    expect(talkShareFor({ ...source, record: kept }, AT)).toMatchObject({
      offer: null,
      kept: { manager: 60, report: null },
    });
  });
});
