import type { Line } from './line.schema';
import type { EarlierWording } from './revision.schema';

export type { Dispute, EarlierWording } from './revision.schema';

/** Earlier wordings that one line keeps. The oldest and the newest of them always stay. */
export const EARLIER_PER_LINE = 5;

/** How long words that were just written may be put right without keeping what they were. */
const SLIP_MS = 10 * 60 * 1000;

/**
 * A line in other words of its author, with the ones before kept beside it (PRACTICE E2). What is put right
 * within ten minutes of the first writing is a slip and leaves nothing behind; not so what the other one
 * disputes: those words stay, however soon they are changed. The ten minutes do not begin anew with each
 * change: words that somebody may have read for longer cannot be changed away in small steps.
 * @param keepsSlips keeps what they were however soon they are changed
 * @returns the line with the new words; its version and what else it is about are the caller's
 */
export function rewrite<L extends Line>(
  line: L,
  text: string,
  { at, commandId }: { readonly at: string; readonly commandId: string },
  keepsSlips = false,
): L {
  // The same words: an owner or a day has changed, and what is said about the words goes along.
  if (text === line.text) return withDispute(line, line.version, commandId);
  const changed = { ...line, text, editedAt: at };
  const earlier = line.earlier ?? [];
  const last = earlier.at(-1);
  const disputed = line.dispute?.version;
  const begun = last?.until ?? line.at;
  const soon = Date.parse(at) - Date.parse(begun) <= SLIP_MS;
  const isSlip = soon && !keepsSlips && disputed !== line.version;
  if (isSlip && last?.text === text) {
    // Back to the words before, as by "Undo": they stand again.
    return withDispute(withEarlier(changed, earlier.slice(0, -1)), last.version, commandId);
  }
  if (isSlip) return changed;
  const before: EarlierWording = {
    text: line.text,
    version: line.version,
    at: line.editedAt ?? line.at,
    until: at,
  };
  return withEarlier(changed, thinned([...earlier, before], disputed));
}

/** Whether a line says this, or said it and still tells. */
export const knowsWording = (line: Line, version: string): boolean =>
  line.version === version || (line.earlier ?? []).some((wording) => wording.version === version);

/** The oldest and the newest tell what was changed; the one that is disputed is what it is about. */
function thinned(earlier: EarlierWording[], disputed: string | undefined): EarlierWording[] {
  if (earlier.length <= EARLIER_PER_LINE) return earlier;
  return earlier.toSpliced(earlier[1]?.version === disputed ? 2 : 1, 1);
}

function withEarlier<L extends Line>(line: L, earlier: EarlierWording[]): L {
  const { earlier: _, ...rest } = line;
  return (earlier.length > 0 ? { ...rest, earlier } : rest) as L;
}

/** The same words under another version: what is said about them is about that one. */
const withDispute = <L extends Line>(line: L, from: string, version: string): L =>
  line.dispute?.version === from ? { ...line, dispute: { ...line.dispute, version } } : line;
