import type { Command } from './command';
import { gettingThere } from './gettingThere';
import { lines } from './lines';
import { shaping } from './shaping';
import { goals } from './goals';
import { asking } from './asking';
import { atWork } from './atWork';
import { feedback } from './feedback';
import { importing } from './importing';
import { keeping } from './keeping';
import { concerns } from './concerns';
import { successions } from './succession';

/** Every command of the api, and those with something special about them several times. */
export const COMMANDS: readonly Command[] = [
  ...gettingThere,
  ...shaping,
  ...goals,
  ...asking,
  ...lines,
  ...atWork,
  ...feedback,
  ...importing,
  ...successions,
  ...keeping,
  ...concerns,
];
