/** Received feedback that may wait to be read together; more than two people can have open. */
const REMEMBERED = 30;

/** Its receiver would rather read a piece of feedback in the next 1:1, or now after all (PRACTICE B5). */
export interface TogetherCommand {
  readonly type: 'deferFeedback';
  readonly id: string;
  readonly together: boolean;
}

/**
 * An intention of the receiver, on their own page: its author is not told.
 * @param waiting ids of the feedback that is to be read together
 */
export function applyToTogether(
  waiting: readonly string[],
  { id, together }: TogetherCommand,
): readonly string[] {
  if (waiting.includes(id) === together) return waiting;
  const rest = waiting.filter((other) => other !== id);
  return together ? [...rest, id].slice(-REMEMBERED) : rest;
}
