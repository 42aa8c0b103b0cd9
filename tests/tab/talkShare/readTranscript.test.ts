import { describe, expect, test } from '@jest/globals';
import { measureTalk, type Turn } from '@rapport/domain/talkTime';
import fc from 'fast-check';
import { LARGEST_BYTES } from '../../../tab/src/talkShare/fileKind';
import { readTranscript } from '../../../tab/src/talkShare/readTranscript';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const little = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return new Uint8Array(order === 'le' ? little : little.swap16());
};
const read = (text: string) => readTranscript(bytes(text));
/** e.g. `Maya 0-4`, in seconds. */
const turnsIn = (text: string | Uint8Array): string[] => {
  const outcome = readTranscript(typeof text === 'string' ? bytes(text) : text);
  if (typeof outcome === 'string') return [outcome];
  return outcome.turns.map(({ speaker, from, to }) => `${speaker} ${from / 1000}-${to / 1000}`);
};

/** As Teams writes it today: a GUID and two numbers for each cue, a voice that is ended. */
const TEAMS = `WEBVTT

1f0c6a52-7d0e-4c7b-9c3e-0a6f3f1f7a11/12-0
00:00:03.120 --> 00:00:06.480
<v Maya Adeyemi>Shall we begin with
your topics?</v>

1f0c6a52-7d0e-4c7b-9c3e-0a6f3f1f7a11/15-0
00:00:05.900 --> 00:00:09.000
<v Ravi Subramanian>Yes.</v>

1f0c6a52-7d0e-4c7b-9c3e-0a6f3f1f7a11/15-1
00:00:09.000 --> 00:00:14.250
<v Ravi Subramanian>There are three.</v>
`;
const NOTED = TEAMS.replace('WEBVTT', 'WEBVTT\n\nSTYLE\n::cue {}').replace(
  /\n\n(?=.*15-0)/,
  '\n\nNOTE made by hand\n\n',
);
const READ = ['Maya Adeyemi 3.12-6.48', 'Ravi Subramanian 5.9-9', 'Ravi Subramanian 9-14.25'];
const cue = (timing: string, words: string): string => `WEBVTT\n\n${timing}\n${words}\n`;
const FROM_0_TO_4 = '00:00:00.000 --> 00:00:04.000';

describe('A8: a transcript of Teams', () => {
  test.each([
    ['as it is', TEAMS],
    ['with Windows line ends', TEAMS.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${TEAMS}`],
    ['in UTF-16', utf16(TEAMS, 'le', true)],
    ['in UTF-16, big end first', utf16(TEAMS, 'be', true)],
    ['in UTF-16 without a mark', utf16(TEAMS, 'le', false)],
    ['in UTF-16 without a mark, big end first', utf16(TEAMS, 'be', false)],
    ['with a note and a style', NOTED],
    ['with spaces in an empty line', NOTED.replace('hand\n\n', 'hand\n    \n')],
  ])('is read %s', (_, file) => {
    expect(turnsIn(file)).toEqual(READ);
  });

  test.each([
    ['without zeros, as Graph writes it', '0:0:0.0 --> 0:0:5.320', 'A 0-5.32'],
    ['begun before the recording', '-0:0:2.5 --> 0:0:3.0', 'A 0-3'],
    ['without hours', '59:58.000 --> 59:59.500', 'A 3598-3599.5'],
    ['over an hour', '01:00:00.000 --> 01:00:01.000', 'A 3600-3601'],
    ['over 99 hours', '100:00:00.000 --> 100:00:01.000', 'A 360000-360001'],
    ['with settings', `${FROM_0_TO_4} align:start position:10%`, 'A 0-4'],
  ])('times %s', (_, timing, expected) => {
    expect(turnsIn(cue(timing, '<v A>Hello</v>'))).toEqual([expected]);
  });

  test.each([
    ['with a class', '<v.loud.first Maya A>Hello</v>', 'Maya A'],
    ['that is not ended', '<v Maya A>Hello', 'Maya A'],
    ['the other way round', '<v Adeyemi, Maya (EXT)>Hello</v>', 'Adeyemi, Maya (EXT)'],
    [
      'with references',
      '<v M&uuml;ller &amp; S&#246;hne &#x3C;1&gt;>Hello</v>',
      'M&uuml;ller & Söhne <1>',
    ],
    ['with accents apart', `<v ${'José'.normalize('NFD')}>Hola</v>`, 'José'],
    ['of a right-to-left script', '<v نور>مرحبا</v>', 'نور'],
    ['unknown', '<v Unknown>Hello</v>', 'Unknown'],
    ['with tags in what is said', '<v A><b>Hello</b> you &amp; me <i>all</i></v>', 'A'],
    ['with a word in pointed brackets', '<v A>a < b</v>', 'A'],
  ])('a voice %s', (_, words, speaker) => {
    expect(turnsIn(cue(FROM_0_TO_4, words))).toEqual([`${speaker} 0-4`]);
  });

  test('several voices in one cue divide its time by what each says', () => {
    expect(turnsIn(cue(FROM_0_TO_4, '<v A>one</v>\n<v B>one two x</v>'))).toEqual([
      'A 0-1',
      'B 1-4',
    ]);
    // The first one is not ended: it holds the second.
    expect(turnsIn(cue(FROM_0_TO_4, '<v A>one <v B>two'))).toEqual(['A 0-2', 'B 2-4']);
  });

  test('what nobody said, and a time that goes backwards, are left out', () => {
    const silent = '\n00:00:05.000 --> 00:00:09.000\n<v B></v>\n';
    const backwards = '\n00:00:09.000 --> 00:00:05.000\n<v B>Hello</v>\n';
    const without = '\n00:00:09.000 --> 00:00:10.000\n[music]\n';
    const text = cue(FROM_0_TO_4, '<v A>Hello</v>') + silent + backwards + without;
    expect(turnsIn(text)).toEqual(['A 0-4']);
  });

  test('cues out of order are the same transcript', () => {
    const [head = '', ...cues] = TEAMS.trimEnd().split('\n\n');
    expect(turnsIn([head, ...cues.toReversed()].join('\n\n'))).toEqual(READ);
  });

  // In its first words nothing says that voices are ended here.
  test.each([3, 40, 55, 75, 95, 160, 180, 230, 300])(
    'one that ends after %i characters says so',
    (end) => {
      const outcome = read(TEAMS.slice(0, end));
      if (typeof outcome === 'string')
        expect(['other', 'noSpeech', 'noSpeakers']).toContain(outcome);
      else expect(outcome.cutOff).toBe(true);
    },
  );

  test('one that does not is whole', () => {
    expect(read(TEAMS)).toMatchObject({ cutOff: false });
    expect(read(TEAMS.trimEnd())).toMatchObject({ cutOff: false });
  });
});

describe('A8: what is no transcript is told by what is in it', () => {
  const SRT = '1\r\n00:00:01,000 --> 00:00:02,500\r\nHello\r\n';
  test.each([
    ['nothing', '', 'empty'],
    ['nothing but spaces', ' \r\n ', 'empty'],
    ['subtitles', SRT, 'subtitles'],
    ['subtitles with a mark', `\ufeff${SRT}`, 'subtitles'],
    ['a web page', '<!doctype html><p>WEBVTT</p>', 'other'],
    ['a word that begins like it', 'WEBVTTX\n\n', 'other'],
    ['a transcript as text', '0:0:0.0 --> 0:0:1.5\nMaya\nHello', 'other'],
    ['only its first line', 'WEBVTT', 'noSpeech'],
    ['notes alone', 'WEBVTT\n\nNOTE nothing', 'noSpeech'],
    ['no voices', cue(FROM_0_TO_4, 'Hello'), 'noSpeakers'],
    ['voices without a name', cue(FROM_0_TO_4, '<v>Hello</v>'), 'noSpeakers'],
    ['nothing said', cue(FROM_0_TO_4, '<v A> </v>'), 'noSpeakers'],
    ['tags without end', cue(FROM_0_TO_4, `<v A>${'<b>'.repeat(50_000)}x`), 'damaged'],
  ])('%s', (_, file, trouble) => {
    expect(read(file)).toBe(trouble);
  });

  test('a Word file, the new kind and the old', () => {
    const zip = [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0];
    const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    for (const start of [zip, old]) expect(readTranscript(new Uint8Array(start))).toBe('word');
  });

  test('more than fits', () => {
    expect(readTranscript(new Uint8Array(LARGEST_BYTES + 1))).toBe('tooLarge');
  });

  test('whatever else it is, there is an answer', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            ...['WEBVTT', '\n', '\n\n', '\r', ' --> ', '00:00:01.000', '0:0:2.5', '<v A>', '</v>'],
            ...['<v', '>', '&', '&amp;', '&#x;', '&#99999999;', '<00:00:01.000>', '\0', 'NOTE'],
          ),
          { maxLength: 30, size: 'max' },
        )
        .map((parts) => bytes(`WEBVTT\n\n${parts.join('')}`)),
    );
    fc.assert(
      fc.property(anything, (file) => {
        const outcome = readTranscript(file);
        if (typeof outcome === 'string') return;
        for (const { from, to } of outcome.turns) {
          expect(Number.isSafeInteger(from) && Number.isSafeInteger(to) && from <= to).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('A8: what is written of turns is read of them', () => {
  const turn = fc
    .tuple(
      fc.constantFrom('Maya Adeyemi', 'Subramanian, Ravi (EXT)', 'Müller & Co', 'x > y'),
      fc.integer({ min: 0, max: 400_000_000 }),
      fc.integer({ min: 1, max: 100_000 }),
    )
    .map(([speaker, from, length]): Turn => ({ speaker, from, to: from + length }));
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 20, size: 'max' }), (turns) => {
      const outcome = read(`WEBVTT\n\n${turns.map(cueOf).join('\n\n')}\n`);
      if (typeof outcome === 'string') throw new Error(outcome);
      const whoIs = (speaker: string) => (speaker === 'Maya Adeyemi' ? 'manager' : 'report');
      expect(measureTalk(outcome.turns, whoIs)).toEqual(measureTalk(turns, whoIs));
    }),
  );
});

const escaped = (name: string): string => name.replaceAll('&', '&amp;').replaceAll('>', '&gt;');
const cueOf = ({ speaker, from, to }: Turn): string =>
  `${clock(from)} --> ${clock(to)}\n<v ${escaped(speaker)}>words</v>`;
function clock(ms: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const [h, m, s] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two);
  return `${h}:${m}:${s}.${String(ms % 1000).padStart(3, '0')}`;
}
