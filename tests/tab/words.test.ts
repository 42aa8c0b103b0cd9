import { expect, test } from '@jest/globals';
import { PROBLEM_CODES } from '@rapport/api/problem';
import { compileMessages } from '../../tab/src/words/compile';
import { createWords, type WordsKey } from '../../tab/src/words/words';
import { needsHelp, sayFieldProblem, sayProblem } from '../../tab/src/words/problems';
import { shortName } from '../../tab/src/words/labels';
import { IntlMessageFormat } from 'intl-messageformat';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, literal, nodesOf, parse, parseSources, type Node } from './sources';

const TAB = join(__dirname, '../../tab');
const json = readFileSync(join(TAB, 'messages/en.json'), 'utf8');
const messages = JSON.parse(json) as Record<string, string>;
const keys = Object.keys(messages);
const sources = parseSources(join(TAB, 'src'));
const words = createWords(messages, 'en', 'en-GB');

/** Attributes whose value a person sees or hears. */
const SPOKEN =
  /^(aria-label|aria-description|aria-roledescription|alt|title|placeholder|label|hint|lead|summary|question|confirm|validationMessage)$/;
const hasLetters = (text: string | undefined): boolean => /\p{L}/u.test(text ?? '');

/** Words that a person would see and no message file knows. */
function wordsInCode(tree: Node): string[] {
  return [...nodesOf(tree)]
    .flatMap((node) => {
      if (node.type === 'JSXText') return [String(node['value']).trim()];
      if (node.type === 'JSXAttribute') {
        const name = (node['name'] as { readonly value?: string }).value ?? '';
        return SPOKEN.test(name) ? [literal(node['value']) ?? ''] : [];
      }
      if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return [];
      const children = (node['children'] as readonly Node[]).filter(
        ({ type }) => type === 'JSXExpressionContainer',
      );
      return children.map((child) => literal(child) ?? '');
    })
    .filter(hasLetters);
}

interface Use {
  readonly key: string;
  readonly values: readonly string[];
}

/** Calls of `t` with a literal key, and the names of the values they give (when these are literal too). */
function usesOf(tree: Node): Use[] {
  return [...nodesOf(tree)].flatMap((node) => {
    if (node.type !== 'CallExpression' || !isT(node['callee'])) return [];
    const [first, second] = node['arguments'] as readonly { readonly expression: Node }[];
    const key = literal(first?.expression);
    if (key === undefined || (second && second.expression.type !== 'ObjectExpression')) return [];
    const given = (second?.expression['properties'] ?? []) as readonly Node[];
    return [{ key, values: given.map(nameOf).toSorted() }];
  });
}

const isT = (callee: unknown): boolean =>
  isNode(callee) &&
  (callee['value'] === 't' || (isNode(callee['property']) && callee['property']['value'] === 't'));

/** `{ name }` is the name itself, `{ name: value }` has it as its key. */
const nameOf = (property: Node): string =>
  String(isNode(property['key']) ? property['key']['value'] : property['value']);

/** The names of the values a message asks for. */
function valuesOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (elements: readonly unknown[]): void => {
    for (const element of elements as readonly {
      type: number;
      value: string;
      options?: Record<string, { value: readonly unknown[] }>;
    }[]) {
      // 0 is plain text, 7 the `#` of a plural.
      if (element.type !== 0 && element.type !== 7) names.add(element.value);
      for (const option of Object.values(element.options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, 'en').getAst());
  return [...names].toSorted();
}

test('no word that a person reads or hears stands in the code', () => {
  const found = sources.flatMap(({ file, tree }) =>
    wordsInCode(tree).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('the search for words in code finds them in every place they can hide', () => {
  const planted = parse(
    'const A = () => <><p title="Tip">Hello</p><b aria-label={`Say`}>{"World"}</b>{1} · </>;',
    true,
  );
  expect(wordsInCode(planted).toSorted()).toEqual(['Hello', 'Say', 'Tip', 'World']);
});

test('every message is used, and every message that is used exists', () => {
  const literals = new Set(
    sources.flatMap(({ tree }) => [...nodesOf(tree)].map((node) => literal(node))),
  );
  const unused = keys.filter((key) => !key.startsWith('problem.') && !literals.has(key));
  expect(unused).toEqual([]);

  const missing = sources.flatMap(({ tree }) => usesOf(tree)).filter(({ key }) => !messages[key]);
  expect(missing).toEqual([]);
});

test('every use of a message gives exactly the values that it names', () => {
  const uses = sources.flatMap(({ file, tree }) => usesOf(tree).map((use) => ({ file, ...use })));
  const wrong = uses.filter(
    ({ key, values }) => String(values) !== String(valuesOf(messages[key] ?? '')),
  );
  expect(uses.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test('every problem the api can name has words, and no words are left without a problem', () => {
  const own = ['reference', 'other', 'unreachable'];
  const expected = [...PROBLEM_CODES, ...own].map((code) => `problem.${code}`);
  const written = keys.filter((key) => key.startsWith('problem.'));
  expect(written.toSorted()).toEqual(expected.toSorted());
});

test('a problem without words of its own gets the general sentence', () => {
  expect(sayProblem(words, { code: 'agenda.full' })).toBe(messages['problem.agenda.full']);
  expect(sayProblem(words, { code: 'never.heardOf' })).toBe(messages['problem.other']);
  expect(sayProblem(words, { code: 'toString' })).toBe(messages['problem.other']);
});

test('a reference is offered where somebody else may have to help, and not where a rule said no', () => {
  for (const code of ['unexpected', 'keys.unavailable', 'signIn.required', 'never.heardOf']) {
    expect([code, needsHelp(words, { code })]).toEqual([code, true]);
  }
  for (const code of ['concern.tooFew', 'agenda.full', 'series.withYourself', 'version.stale']) {
    expect([code, needsHelp(words, { code })]).toEqual([code, false]);
  }
});

test('a refusal is said at the field it is about, and at no other', () => {
  const refusal = { code: 'input.tooLong', field: 'report.name', reference: null };
  expect(sayFieldProblem(words, refusal, 'report')).toBe(messages['problem.input.tooLong']);
  expect(sayFieldProblem(words, refusal, 'introduction')).toBeUndefined();
  expect(sayFieldProblem(words, { ...refusal, field: 'reporting' }, 'report')).toBeUndefined();
});

test('dates follow the person, plurals the language of the messages', () => {
  const german = createWords(messages, 'en', 'de-DE');
  expect(german.date('2026-05-03T12:00:00.000Z')).toBe('3. Mai');
  expect(german.t('start.minutes', { minutes: 1 })).toBe('1 minute');
  expect(german.t('start.minutes', { minutes: 30 })).toBe('30 minutes');
});

test('a day that is more than half a year away says its year', () => {
  const now = Date.parse('2026-12-01T08:00:00Z');
  const { date } = createWords(messages, 'en', 'en-GB', () => now);
  const days = ['2025-11-25', '2026-05-31', '2026-06-02', '2027-05-30', '2027-06-03'];
  expect(days.map((day) => date(`${day}T12:00:00Z`))).toEqual([
    '25 November 2025',
    '31 May 2026',
    '2 June',
    '30 May',
    '3 June 2027',
  ]);
});

test('a message without a value it names is refused rather than shown with a hole', () => {
  expect(() => words.t('who.youAnd')).toThrow('name');
});

test('messages compiled by the build say what the written ones say', () => {
  const compiled = createWords(compileMessages(json, 'en'), 'en', 'en-GB');
  for (const key of keys as WordsKey[]) {
    const names = valuesOf(messages[key] ?? '');
    const values = Object.fromEntries(names.map((name) => [name, 2]));
    expect(compiled.t(key, values)).toBe(words.t(key, values));
  }
});

test('people are called by their given name where the spelling shows it', () => {
  expect(shortName('Ravi Kumar')).toBe('Ravi');
  expect(shortName('Kumar, Ravi (Search)')).toBe('Ravi');
  expect(shortName('山田太郎')).toBe('山田太郎');
  expect(shortName('عبد الرحمن بن محمد')).toBe('عبد الرحمن');
  expect(shortName('Khan, Abdul Rahman')).toBe('Abdul Rahman');
  expect(shortName('Abdul')).toBe('Abdul');
  expect(shortName('Nia')).toBe('Nia');
});

test('D12: a name that is written the other way does not draw the number beside it to its other side', () => {
  const values = { name: 'سامي', date: '30 August' };
  expect(words.t('feedback.byOn', values)).toBe('\u2068سامي\u2069, 30 August');
  expect(words.t('feedback.byOn', { ...values, name: '田辺' })).toBe('田辺, 30 August');
  const arabic = createWords({ 'feedback.byOn': '{name}، {date}' }, 'ar', 'ar');
  const said = arabic.t('feedback.byOn', { name: 'Maya', date: '٣٠ أغسطس' });
  expect(said).toBe('\u2068Maya\u2069، ٣٠ أغسطس');
});
