import { describe, expect, test } from '@jest/globals';
import { exportFor, exportRecord, type ExportSource } from '@rapport/domain/export';
import { rapportExport } from '@rapport/domain/export.schema';
import type { Feedback } from '@rapport/domain/feedback';
import type { Goal, GoalLine, GoalPart } from '@rapport/domain/goal';
import type { SafetyRecord } from '@rapport/domain/ledger.schema';
import { newMember } from '@rapport/domain/member';
import type { Note } from '@rapport/domain/note';
import { otherRole, type Role } from '@rapport/domain/person';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import type { Series } from '@rapport/domain/series';
import type { Topic } from '@rapport/domain/topic';
import fc from 'fast-check';
import { AT, DAY, id, later, newSeries, ravi } from './support';

let count = 100;
const fresh = (): string => id((count += 1));
const line = (by: Role, text: string) => ({
  id: fresh(),
  by,
  text,
  version: fresh(),
  at: AT,
  editedAt: null,
});
const topic = (by: Role, text: string): Topic => ({
  ...line(by, text),
  discussedAt: null,
  carried: 0,
  question: null,
  level: null,
});
const note = (by: Role, text: string, of: string | null = null): Note => ({
  ...line(by, text),
  topic: of,
});
const feedback = (from: Role, text: string, opened: boolean): Feedback => ({
  id: fresh(),
  from,
  kind: 'criticism',
  about: 'task',
  askedFor: `${text}-wish`,
  text,
  at: AT,
  opened,
  answer: opened ? { kind: 'question', words: `${text}-answer`, at: AT } : null,
  reply: null,
  closedAt: null,
});
const safety = (by: Role, wording: string, shownAt: string): SafetyRecord => ({
  type: 'safety',
  id: fresh(),
  by,
  basis: 'law',
  wording,
  audience: wording,
  at: AT,
  added: [{ text: wording, at: AT }],
  shownAt,
  extended: false,
});

/** How many things there are in a place. */
const some = fc.nat({ max: 2 });
const scenes = fc.record({
  by: fc.constantFrom<Role>('manager', 'report'),
  includePrivate: fc.boolean(),
  agreed: fc.boolean(),
  left: fc.boolean(),
  hand: fc.constantFrom('none', 'wait', 'soon'),
  shared: some,
  mine: some,
  theirs: some,
});
type Scene = typeof scenes extends fc.Arbitrary<infer T> ? T : never;

/** Words that say who may read them: `both`, `mine` (whose copy it is), `theirs` (the other one's alone). */
function played(scene: Scene): { source: ExportSource; planted: string[] } {
  const { by, agreed } = scene;
  const other = otherRole(by);
  const planted: string[] = [];
  const say = (whose: string, times: number): string[] =>
    Array.from({ length: times }, () => {
      const word = `${whose}-${(count += 1)}.`;
      planted.push(word);
      return word;
    });
  const both = () => say('both', scene.shared);
  const mine = () => say('mine', scene.mine);
  const theirs = () => say('theirs', scene.theirs);
  const started = newSeries();
  const joined = newMember(ravi, agreed, AT);
  const topics = both().map((text) => topic(other, text));
  const at = topics[0]?.id ?? null;
  const notes = both().flatMap((text) => [
    {
      ...note(by, text, at),
      earlier: [{ text: `${text}-earlier`, version: id(7), at: AT, until: AT }],
      dispute: { version: id(7), text: `${text}-differs`, at: AT },
    },
    note(other, `${text}-elsewhere`, fresh()),
  ]);
  const action = (text: string) => ({
    ...line(by, text),
    owner: other,
    due: null,
    doneAt: null,
    meeting: 1,
  });
  const actions = both().map(action);
  const series: Series = {
    ...started,
    report: { ...joined, leftAt: scene.left && other === 'report' ? AT : null },
    hands: { manager: 'none', report: 'none', [other]: scene.hand },
    commonConcern: true,
    topics,
    notes,
    actions,
    wishes: both().map((text) => line(other, text)),
    loops: [{ id: fresh(), from: other, at: AT, answered: false, broughtBack: null }],
    chats: ['c'.repeat(64)],
  };
  const hidden = later(DAY);
  const draft = (text: string) => ({
    ...line(by, text),
    kind: 'praise' as const,
    about: null,
    askedFor: fresh(),
    delivery: null,
    said: false,
  });
  const answer = (who: Role, text: string) => ({
    subject: 'like' as const,
    by: who,
    text,
    at: AT,
    earlier: [{ text: `${text}-earlier`, at: AT }],
  });
  const checkIn = { meeting: 1, worth: 1, heard: 2, share: 3, at: AT };
  const source: ExportSource = {
    series,
    page: {
      ...EMPTY_PAGE,
      topics: mine().map((text) => topic(by, text)),
      notes: mine().map((text) => note(by, text)),
      feedback: mine().map(draft),
      checkIns: scene.mine > 0 ? [checkIn] : [],
    },
    meetings: [
      {
        number: 1,
        startedAt: AT,
        finishedAt: AT,
        topics: both().map((text) => topic(by, text)),
        notes: both().map((text) => note(other, text)),
        actions: both().map(action),
      },
    ],
    feedback: [
      ...both().map((text) => feedback(by, text, false)),
      ...both().map((text) => feedback(other, text, true)),
      ...theirs().map((text) => feedback(other, text, false)),
    ],
    checkIns: [],
    talkShares: [],
    aboutUs: {
      answers: [
        ...(agreed ? both() : mine()).map((text) => answer(by, text)),
        ...(agreed ? both() : theirs()).map((text) => answer(other, text)),
      ],
      values: [
        ...(agreed ? both() : mine()).map((text) => line(by, text)),
        ...(agreed ? both() : theirs()).map((text) => line(other, text)),
      ],
      introductions: [],
    },
    goals: both().map((text): Goal => {
      const words = (part: GoalPart): GoalLine => ({
        ...line(by, `${text}-${part}`),
        part,
        earlier: [{ text: `${text}-earlier`, version: id(8), at: AT, until: AT }],
      });
      const { text: _, earlier: __, ...removed } = words('specific');
      return {
        id: fresh(),
        by: other,
        at: AT,
        owner: by,
        state: 'suggested',
        due: '2026-06-30',
        lines: [words('sentence'), { ...removed, removed: true }, words('progress')],
        changes: [{ by: other, at: AT, state: 'suggested', owner: by }],
      };
    }),
    ledger: [
      ...both().map((text) => safety(other, text, AT)),
      ...mine().map((text) => safety(by, text, hidden)),
      ...theirs().map((text) => safety(other, text, hidden)),
    ],
    brought: both().map((text) => ({
      id: fresh(),
      noun: 'goal' as const,
      text,
      from: 'Tom Okafor',
      role: null,
      goal: {
        owner: { from: 'Ravi Subramanian', role: 'report' as const },
        due: '2026-06-30',
        parts: [{ part: 'measurable' as const, text: `${text}-part`, from: 'Tom', role: null }],
      },
    })),
    imported: [],
    importedAlone: [],
    keptNotes: [{ number: 1, notes: mine().map((text) => note(by, text)) }],
  };
  return { source, planted };
}

const take = (source: ExportSource, { by, includePrivate }: Scene) =>
  exportFor(source, { by, at: AT, includePrivate });

describe('D11: a copy of what one may read', () => {
  test('holds all that both read and nothing of the other one’s own; one’s own only by choice (E3)', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { source, planted } = played(scene);
        const text = JSON.stringify(take(source, scene));
        const found = planted.filter((word) => text.includes(word));
        const readers = scene.includePrivate ? /^(?:both|mine)-/ : /^both-/;
        expect(found).toEqual(planted.filter((word) => readers.test(word)));
        // Never by way of something that was made of them either.
        expect(text).not.toContain('theirs-');
        if (!scene.includePrivate) expect(text).not.toContain('mine-');
      }),
    );
  });

  test('is as its format says, and has no id in it: of people, of lines, of chats', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const copy = take(played(scene).source, scene);
        expect(rapportExport.parse(copy)).toEqual(copy);
        expect(JSON.stringify(copy)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|c{64}|"id"|"version":"/);
      }),
    );
  });

  test('D3: has the manager’s promises first, in every meeting', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { source } = played(scene);
        const owners = source.series.actions.map((action, n) => ({
          ...action,
          owner: n % 2 ? ('manager' as const) : ('report' as const),
        }));
        const copy = take({ ...source, series: { ...source.series, actions: owners } }, scene);
        const said = copy.agenda.promises.map(({ owner }) => owner);
        expect(said).toEqual(said.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      }),
    );
  });

  test('B6: reads the same with and without a raised hand', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { source } = played(scene);
        const raised = { ...source.series, hands: { manager: 'soon', report: 'soon' } as const };
        expect(take({ ...source, series: raised }, scene)).toEqual(take(source, scene));
      }),
    );
  });

  test('B1: does not tell an author whether their feedback was opened', () => {
    const scene = fc.sample(scenes, 1)[0];
    if (!scene) throw new Error('no scene');
    const { source } = played(scene);
    const given = { ...feedback(scene.by, 'given', true), answer: null };
    const of = (opened: boolean) => take({ ...source, feedback: [{ ...given, opened }] }, scene);
    expect(of(true)).toEqual(of(false));
  });

  test('commonConcern is the report’s alone, and in neither copy', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { source } = played(scene);
        const off = { ...source.series, commonConcern: false };
        expect(take({ ...source, series: off }, scene)).toEqual(take(source, scene));
      }),
    );
  });

  test('is written down when the manager takes it, and nowhere when the report does', () => {
    expect(exportRecord(id(1), 'manager', AT)).toEqual({
      type: 'export',
      id: id(1),
      by: 'manager',
      at: AT,
    });
    expect(exportRecord(id(1), 'report', AT)).toBeNull();
  });
});
