import type { Sending, World } from '../../support/world';

/** A command and what was before it. */
export interface Command {
  readonly route: string;
  /** What is special about this one, where there are several of its route. */
  readonly as?: string;
  readonly who: 'maya' | 'ravi';
  /** Plays what happened before. @returns what is sent, and the series it is about */
  before(world: World): Promise<{ readonly sending: Sending; readonly series: readonly string[] }>;
}
