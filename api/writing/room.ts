import { DomainError } from '@rapport/domain/errors';
import type { Series } from '@rapport/domain/series';

/** The head stays one cheap read (24 kB), however much is written; so much of it is for what people write. */
const WORDS_BYTES = 22 * 1024;
/** What a line takes besides its words, removed ones too: ids, times, marks. */
const LINE_BYTES = 300;

/** What of an entry is words; a removed one has none, or what the other one said about it. */
interface Written {
  readonly id: string;
  readonly text?: string;
  readonly earlier?: readonly { readonly text: string }[] | undefined;
  readonly dispute?: { readonly text: string | null } | null | undefined;
}

/** What comes out of earlier notes leaves so much of it for what the two write when they meet. */
export const LEFT_BY_NOTES = 6 * 1024;

/**
 * Refuses words that the head has no room for; it says so and keeps what it has. Only words count, so that
 * nobody who fills it keeps the other one from anything else: joining, meeting, finishing, leaving.
 * @param left bytes that stay free for others' words
 * @throws DomainError `series.full`
 */
export function requireRoom(before: Series, after: Series, left = 0): void {
  const size = wordsIn(after);
  if (size > WORDS_BYTES - left && size > wordsIn(before)) throw new DomainError('series.full');
}

function wordsIn({ topics, notes, actions, wishes, questions }: Series): number {
  const lines: readonly Written[] = [topics, notes, actions, wishes, questions?.own ?? []].flat();
  return lines.reduce((sum, line) => sum + LINE_BYTES + bytesOf(line), 0);
}

const bytesOf = ({ text = '', earlier = [], dispute }: Written): number =>
  [text, ...earlier.map((one) => one.text), dispute?.text ?? ''].reduce(
    (sum, words) => sum + Buffer.byteLength(words),
    0,
  );
