import type { Feedback } from '@rapport/domain/feedback';
import cues from '../../feedback/marks.en.json';

export type Part = keyof typeof cues;

/** The parts that help feedback land (PRACTICE B4); praise needs no alternative. */
export const partsOf = (kind: Feedback['kind']): readonly Part[] =>
  kind === 'praise' ? ['situation', 'impact'] : ['situation', 'impact', 'alternative'];

/**
 * Which parts seem to be there, by a short list of cues, on this device: a nudge for whoever writes, never a
 * verdict. Words in a language without a list fill no mark.
 */
export function marksIn(text: string): ReadonlySet<Part> {
  const words = ` ${text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')} `;
  const parts = Object.entries(cues) as [Part, readonly string[]][];
  return new Set(
    parts
      .filter(([, found]) => found.some((cue) => words.includes(` ${cue} `)))
      .map(([part]) => part),
  );
}
