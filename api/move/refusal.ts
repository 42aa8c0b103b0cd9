/** Why a move does not begin or go on: one sentence for the person who started it, naming what to change. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';
}

/** For errors whose message is one sentence for a person already. */
export function refuse(error: unknown): never {
  throw error instanceof Error ? new MoveRefused(error.message) : error;
}
