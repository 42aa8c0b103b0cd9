import { describe, expect, test } from '@jest/globals';
import { language } from '@rapport/domain/wording/language.schema';
import { createWording, type Wording } from '@rapport/domain/wording/wording';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadWording } from '../../../tab/src/words/wording';

const FOLDER = resolve(import.meta.dirname, '../../../tab/wording');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const rulesIn = (file: string) =>
  language.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));

describe.each(files)('B4: the rules in %s', (file) => {
  test('are what the schema says, and hold together', () => {
    expect(() => createWording(rulesIn(file))).not.toThrow();
  });

  test('name every list that they have', () => {
    const { lists, ...rest } = rulesIn(file);
    const patterns = JSON.stringify(rest) + JSON.stringify(Object.values(lists));
    expect(Object.keys(lists).filter((name) => !patterns.includes(`{${name}}`))).toEqual([]);
  });

  test('are offered to whoever reads this language', async () => {
    const [code = ''] = file.split('.');
    expect(await loadWording(`${code}-XX`)).not.toBeNull();
  });
});

test('B4: nothing is offered in a language without rules', async () => {
  expect(await loadWording('tlh')).toBeNull();
  expect(await loadWording('constructor')).toBeNull();
});

describe('in English', () => {
  const english: Wording = createWording(rulesIn('en.json'));
  const found = (text: string): string[] =>
    english
      .check(text)
      .flatMap(({ rule, span }) => (span ? [`${rule}: ${text.slice(span.start, span.end)}`] : []));

  test.each([
    ['You always interrupt me.', 'absolute: always'],
    ['You’re never there when we need you', 'absolute: never'],
    ['Why do you never say thank you?', 'absolute: never'],
    ['Every time I suggest something, you shoot it down.', 'absolute: Every time'],
    ['Your reports are always late.', 'absolute: always'],
    ['You’re arrogant.', 'person: You’re arrogant'],
    ['You are such a bully.', 'person: You are such a bully'],
    ['You have no empathy.', 'person: You have no empathy'],
    ['You are not a team player.', 'person: You are not a team player'],
    ["Everyone says you're cold.", "person: you're cold"],
    ["You don't care about us.", "motive: You don't care about us"],
    ['You were just showing off.', 'motive: You were just showing off'],
    ['I think you are jealous of Nina.', 'motive: you are jealous of'],
  ])('B4: %s points at the words that judge', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  // Each would be a scolding for nothing.
  test.each([
    // about oneself, a thing, somebody else
    'I have never been so lost in a meeting, could we have an agenda?',
    'The printer never works, and nobody fixes it.',
    'She is always on time, and you came at ten past nine on Monday.',
    'With you I never know where I stand.',
    // negated
    "You're not lazy, you're overworked, and it shows in the last report.",
    "I don't think you're careless, but the invoice had three errors.",
    "I'd love it if you didn't always copy the whole department.",
    // quoted and reported
    '"You never help" is what Tim said after the shift. Can you talk to him?',
    'You said you would never cancel again, and today you cancelled.',
    // requests, offers, questions, conditions
    'Please always sign the sheet before you go.',
    'You can always call me if the customer shouts.',
    'You should never leave the ladder unattended.',
    'Are you always in at seven? Then I can come by.',
    'If you want to win the customer back, call him before noon.',
    'What do you want to do about the delay?',
    // fixed expressions
    'Never mind the layout, but the date is wrong.',
    // the kind reading
    'I know you wanted to help, but the customer had already been told.',
    // what one could check, and the act instead of the person
    "You're late with the accounts for the second time this month.",
    'You were difficult to reach last week, so the order went out wrong.',
    'This is sloppy work.',
    'You like to start with the details, and I lose the thread.',
  ])('B4: %s judges nobody', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('B4: points at the right words behind short forms and quotations', () => {
    expect(found('“No.” Well… you’ve said it. You’re lazy — you always were.')).toEqual([
      'person: You’re lazy',
      'absolute: always',
    ]);
  });

  test('B4: says what is missing only where nothing hints at it', () => {
    const missing = (text: string): string[] =>
      english.check(text).flatMap(({ rule, span }) => (span ? [] : [rule]));
    expect(missing('You interrupt people.')).toEqual(['situation', 'alternative']);
    expect(missing('You talk too much.')).toEqual(['situation', 'impact', 'alternative']);
    expect(
      missing('On Monday you cut Lena short, and she left. Let her finish next time.'),
    ).toEqual([]);
  });

  test('B4: says nothing about a text in another language', () => {
    expect(english.check('Du bist immer zu spät, und das stört mich sehr.')).toEqual([]);
    expect(english.knows('Du bist immer zu spät, und das stört mich sehr.')).toBe(false);
    expect(english.knows('Good')).toBe(true);
  });

  test('B4: the marks tell what seems to be there', () => {
    const there = (text: string): string[] =>
      Object.entries(english.partsOf(text)).flatMap(([part, state]) =>
        state === 'there' ? [part] : [],
      );
    expect(there('')).toEqual([]);
    expect(there('Yesterday, you interrupted Lena.')).toEqual(['situation']);
    expect(there('Yesterday you interrupted Lena, so we never heard her.')).toEqual([
      'situation',
      'impact',
    ]);
    expect(there('NEXT TIME: could you wait?')).toEqual(['alternative']);
    expect(there('I’d like you to wait')).toEqual(['alternative']);
    expect(there('Mondays agonised pleased')).not.toContain('alternative');
  });

  test('B3: a piece of work or how somebody deals with others, as a guess', () => {
    expect(english.guessAbout('The total in the budget sheet is wrong.')).toBe('task');
    expect(english.guessAbout('You interrupted Lena twice.')).toBe('behaviour');
  });

  test('B3: finds the sentences that judge nobody, by what they say', () => {
    expect(
      english.plainParts(
        'You are a control freak. The budget sheet of Monday came back twice. We lost a day. Let me check the next one alone.',
      ),
    ).toEqual({
      situation: 'The budget sheet of Monday came back twice.',
      impact: 'We lost a day.',
      alternative: 'Let me check the next one alone.',
    });
  });

  test.each(['Shipped the March newsletter', 'Migration 80 % done', 'Status update on the audit'])(
    'A3: %s reads like a status update',
    (topic) => {
      expect(english.isStatus(topic)).toBe(true);
    },
  );

  test.each([
    'Status of my promotion',
    'Migration done, but the mood is bad',
    'Closed doors in the management round',
    'Paid parental leave',
    'Shipped the newsletter: what did we learn?',
    'Pay',
  ])('A3: %s asks for a conversation', (topic) => {
    expect(english.isStatus(topic)).toBe(false);
  });
});
