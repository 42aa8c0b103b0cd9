import { concerns } from './concerns';
import { everybody } from './everybody';
import { feedback } from './feedback';
import { gettingThere } from './gettingThere';
import { goals } from './goals';
import { keeping } from './keeping';
import { lines } from './lines';
import { meeting } from './meeting';
import { shaping } from './shaping';
import { succession } from './succession';
import type { Entries } from './entry';

/** Every route of the table, area by area: a new one without its entry fails. */
export const AREAS: readonly Entries[] = [
  everybody,
  gettingThere,
  shaping,
  goals,
  lines,
  feedback,
  meeting,
  keeping,
  concerns,
  succession,
];
