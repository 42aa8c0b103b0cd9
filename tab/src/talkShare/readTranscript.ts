import type { Turn } from '@rapport/domain/talkTime';
import { WebVTTParser, type Cue, type CueNode } from 'webvtt-parser';
import { decode, LARGEST_BYTES, troubleWith, type Trouble } from './fileKind';

export interface Transcript {
  readonly turns: readonly Turn[];
  /** Whether the file ends in the middle of something. */
  readonly cutOff: boolean;
}

/** The references that WebVTT writers need; a name has no others. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};

/**
 * Who speaks when in a transcript, as Teams writes one (.vtt): WebVTT with a voice for each cue. Nothing else of
 * it is kept, and nothing leaves the page. Sources: W3C, "WebVTT: The Web Video Text Tracks Format"; Microsoft
 * Graph, "callTranscript: get content".
 */
export function readTranscript(bytes: Uint8Array): Transcript | Trouble {
  if (bytes.length > LARGEST_BYTES) return 'tooLarge';
  const text = decode(bytes);
  const trouble = troubleWith(bytes, text);
  if (trouble) return trouble;
  const cues = cuesOf(text);
  if (cues === null) return 'damaged';
  if (cues.length === 0) return 'noSpeech';
  const turns = cues.flatMap(turnsOf);
  return turns.length === 0 ? 'noSpeakers' : { turns, cutOff: isCutOff(text) };
}

function cuesOf(text: string): readonly Cue[] | null {
  try {
    return new WebVTTParser(ENTITIES).parse(tidy(text), 'metadata').cues;
  } catch (error) {
    // Tags in tags without end: the parser goes as deep as they do.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const TIME = String.raw`(-?)(\d+):(\d{1,2}):(\d{1,2})[.,](\d{1,3})`;
const TIMING = new RegExp(String.raw`^[ \t]*${TIME}[ \t]*-->[ \t]*${TIME}`, 'gm');

/**
 * As WebVTT wants it: Graph's transcripts leave the zeros out of a time (0:0:5.3), begin before zero where the
 * talk did, and have lines of nothing but spaces.
 */
const tidy = (text: string): string =>
  text
    .replace(/^[ \t]+$/gm, '')
    .replace(
      TIMING,
      (_, ...parts: string[]) => `${timeOf(parts.slice(0, 5))} --> ${timeOf(parts.slice(5, 10))}`,
    );

function timeOf([sign, hours = '', minutes = '', seconds = '', fraction = '']: string[]): string {
  if (sign) return '00:00:00.000';
  const [h, m, s] = [hours, minutes, seconds].map((part) => part.padStart(2, '0'));
  return `${h}:${m}:${s}.${fraction.padEnd(3, '0')}`;
}

/** Where one cue has several voices, its time is divided by how much each of them says. */
function turnsOf({ startTime, endTime, tree }: Cue): Turn[] {
  const said = joined(voicesIn(tree.children, null));
  const all = said.reduce((sum, { length }) => sum + length, 0);
  const [from, to] = [Math.round(startTime * 1000), Math.round(endTime * 1000)];
  if (to <= from) return [];
  let before = 0;
  return said.map(({ speaker, length }) => {
    const begin = from + Math.round(((to - from) * before) / all);
    before += length;
    return { speaker, from: begin, to: from + Math.round(((to - from) * before) / all) };
  });
}

interface Voice {
  readonly speaker: string;
  readonly length: number;
}

/** A voice that was not ended holds the next one: what is said belongs to the innermost. */
function voicesIn(nodes: readonly CueNode[], speaker: string | null): Voice[] {
  return nodes.flatMap((node): Voice[] => {
    if (node.type === 'text') {
      return speaker === null ? [] : [{ speaker, length: node.value.trim().length }];
    }
    if (node.type !== 'object') return [];
    return voicesIn(node.children, node.name === 'v' ? nameOf(node.value ?? '') : speaker);
  });
}

/** What one voice says in several pieces, with tags between them, is one; what is empty is none. */
function joined(voices: readonly Voice[]): Voice[] {
  const all: Voice[] = [];
  for (const voice of voices) {
    const last = all.at(-1);
    if (voice.length === 0) continue;
    if (last?.speaker !== voice.speaker) all.push(voice);
    else all[all.length - 1] = { ...last, length: last.length + voice.length };
  }
  return all;
}

/** The parser leaves the references in names as they are. A voice without a name is nobody's. */
function nameOf(written: string): string | null {
  const name = written.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|[a-z]+);/gi,
    (reference, decimal?: string, hex?: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
      if (code === null) return ENTITIES[reference] ?? reference;
      return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
    },
  );
  return name.normalize('NFC').trim() || null;
}

/** Teams ends every voice: where others are ended and the last one is not, the rest is missing. */
function isCutOff(text: string): boolean {
  const end = text.trimEnd();
  const last = end.slice(Math.max(end.lastIndexOf('\n'), end.lastIndexOf('\r')) + 1);
  return (
    last.includes('-->') ||
    /<v[^>]*$/.test(last) ||
    (text.includes('</v>') && !last.endsWith('</v>'))
  );
}
