import { describe, expect, test } from '@jest/globals';
import { EMPTY_ABOUT_US } from '@rapport/domain/aboutUs';
import { exportFor } from '@rapport/domain/export';
import type { RapportExport } from '@rapport/domain/export';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import { startSeries } from '@rapport/domain/series';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import english from '../../../tab/messages/en.json';
import { markdownOf } from '../../../tab/src/copying/markdown';
import { createWords } from '../../../tab/src/words/words';

const words = createWords(english, 'en', 'en-GB');
const AT = '2026-05-03T09:00:00.000Z';
const person = (last: string, name: string) => ({
  id: `11111111-1111-4111-8111-111111111111.22222222-2222-4222-8222-${last}`,
  name,
});
const series = startSeries(
  {
    id: '00000000-0000-4000-8000-000000000001',
    report: person('000000000002', 'Ravi'),
    rhythm: 'weekly',
    minutes: 30,
    introduction: '',
    agree: true,
  },
  person('000000000001', 'Maya'),
  AT,
);
const empty = exportFor(
  {
    series,
    page: EMPTY_PAGE,
    meetings: [],
    feedback: [],
    checkIns: [],
    talkShares: [],
    aboutUs: EMPTY_ABOUT_US,
    goals: [],
    ledger: [],
    brought: [],
    imported: [],
    importedAlone: [],
    keptNotes: [],
  },
  { by: 'report', at: AT, includePrivate: true },
);

/** The same words in every place that takes words of people. */
function saying(text: string, prose: string): RapportExport {
  const line = { by: 'manager', text, at: AT, editedAt: null } as const;
  const kept = {
    earlier: [{ text, at: AT, until: AT }],
    seenDifferently: { about: 'other words', text, at: AT },
  };
  const note = { ...line, ...kept };
  const topics = [{ ...line, discussedAt: AT, carried: 0, level: null, notes: [note] }];
  const promise = { owner: 'report', due: '2026-05-10', doneAt: null, meeting: 1 } as const;
  return {
    ...empty,
    about: { ...empty.about, introduction: prose },
    agenda: { ...empty.agenda, topics, notes: [note], promises: [{ ...note, ...promise }] },
    feedback: [
      {
        from: 'manager',
        kind: 'praise',
        about: null,
        askedFor: text,
        text: prose,
        at: AT,
        answer: { kind: 'question', words: text, at: AT },
        reply: { text: prose, at: AT },
        closedAt: null,
      },
    ],
    wishes: [line],
    goals: [
      {
        suggestedBy: 'report',
        owner: 'report',
        state: 'onTheWay',
        due: '2026-06-30',
        lines: (['progress', 'measurable', 'sentence'] as const).map((part) => ({ ...note, part })),
        missing: [],
        changes: [],
      },
    ],
    questions: [line],
    brought: [
      { noun: 'action', text, from: 'Tom Okafor', role: null },
      {
        ...{ noun: 'goal', text, from: 'Tom Okafor', role: null },
        goal: {
          owner: { from: 'Ravi', role: 'report' },
          due: '2026-06-30',
          parts: [{ part: 'measurable', text, from: 'Maya', role: null }],
        },
      },
    ],
  };
}

const told = (copy: RapportExport): string => markdownOf(copy, words, {});
const read = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];
const shape = (node: Node): unknown => [node.type, ...(node.children ?? []).map(shape)];
const textOf = (node: Node): string =>
  nodesOf(node)
    .map(({ value = '' }) => value)
    .join('');

/** Bits that mean something in Markdown, and what is between them. */
const bits = fc.constantFrom(
  ...['#', '# ', '- ', '* ', '1. ', '> ', '[x] ', '[ ] ', '[a](b)', '![i](u)', '<b>', '</details>'],
  ...['<!--', '-->', '`', '```', '**', '__', '~~', '|', '---', '===', '\\', '&amp;', '&#35;'],
  ...['[^1]', '[^1]: ', '$', ':', 'word', ' '],
);
const lines = fc
  .array(bits, { minLength: 1, maxLength: 8, size: 'max' })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');

describe('D11: the copy as Markdown', () => {
  test('A8: has the numbers that both kept, and by choice what one would keep', () => {
    const markdown = told({
      ...empty,
      talkShares: [{ meeting: 3, measuredBy: 'manager', share: 61 }],
      onlyMine: empty.onlyMine && {
        ...empty.onlyMine,
        talkShares: [{ meeting: 4, share: null, at: AT }],
      },
    });
    expect(markdown).toMatch(
      /## Who talked how much\n\n- Meeting 3: about 61 % .* was Ravi’s, as Maya read/,
    );
    expect(markdown).toMatch(/### Who talked how much\n\n- Meeting 4: Ravi is fine with keeping/);
  });

  test('has a part for what there is, promises as a task list', () => {
    const markdown = told(saying('The plan', 'Hello'));
    expect(markdown).toContain('# 1:1 of Maya and Ravi\n');
    expect(markdown).toContain('- [x] The plan (*Maya, 3 May 2026*)');
    expect(markdown).toContain('- [ ] The plan (*Ravi, by 10 May 2026*)');
    expect(markdown).toContain(
      '## Goals\n\n### The plan\n\nRavi’s goal · On the way · by 30 June 2026',
    );
    const parts = ['Measurable: Maya, 3 May 2026', 'How it goes: Maya, 3 May 2026'];
    const [first, second] = parts.map((part) => markdown.indexOf(part));
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first ?? 0);
    expect(markdown).toContain(
      '## Brought along\n\n- The plan (*Promise, brought along by Tom Okafor*)\n' +
        '- The plan (*Goal, brought along by Tom Okafor*)\n\n  Ravi’s goal · by 30 June 2026\n' +
        '  - The plan (*Measurable, brought along by Maya*)',
    );
    expect(markdown).not.toContain('undefined');
    expect(told(empty)).not.toMatch(/Feedback|Promises|Goals|Brought|Only/);
  });

  test('keeps words as words, whatever they look like', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const plain = read(told(saying('plain', 'plain')));
        const tree = read(told(saying(text, text)));
        expect(shape(tree)).toEqual(shape(plain));
        expect(textOf(tree)).toBe(textOf(plain).replaceAll('plain', () => text));
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the lines of longer words, and none of them begins anything', () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 2, maxLength: 4 }), (several) => {
        const tree = read(told(saying('plain', several.join('\n'))));
        const types = new Set(nodesOf(tree).map(({ type }) => type));
        const known = ['root', 'heading', 'paragraph', 'text', 'emphasis', 'blockquote'];
        for (const type of types) expect([...known, 'list', 'listItem', 'break']).toContain(type);
        expect(textOf(tree)).toContain(several.join(''));
      }),
      { numRuns: 50 },
    );
  });

  test('makes no link but of an address that stands there itself', () => {
    const text = '[Ravi](https://x.example) www.x.example <javascript:alert(1)>';
    const links = nodesOf(read(told(saying(text, text)))).filter(({ type }) => type === 'link');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(textOf(link)).toMatch(/^(?:https:\/\/|www\.)x\.example$/);
  });
});
