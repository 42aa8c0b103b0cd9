import { compare, type Comparison } from './compare';
import { copyAll } from './copy';
import { isBegun, openLedger, START } from './ledger';
import { isEmpty, survey, type Survey } from './survey';
import type { Side } from './side';
import type { Telling } from './telling';
import { words } from './words';

export interface Moving {
  readonly from: Side;
  readonly to: Side;
  readonly now: () => Date;
  readonly tell: Telling;
}

/**
 * Moves everything, from where an earlier run of the same move stopped, and compares both ends.
 * @returns whether the target has everything that the source has, and nothing else
 * @throws MoveRefused when it may not begin, or cannot go on
 */
export async function move(moving: Moving): Promise<boolean> {
  const { from, to, now, tell } = moving;
  const ledger = await openLedger(from, to, () => isEmpty(to));
  if (ledger.position.step === 'over') {
    await ledger.end();
    tell.line(words.wasOver);
    return true;
  }
  const found = await survey(from, now().toISOString());
  tell.line(ledger.resumed ? words.resumed(ledger.position) : words.found(found));
  if (from.folder === null) tell.line(words.cloudSource);
  const bar = tell.bar('Moving', found.documents + found.expired);
  const { documents, expired } = ledger.position;
  bar.reach(documents + expired);
  const reached = await copyAll({ from, to, ledger, now, progress: bar.reach }).finally(bar.stop);
  const same = await comparing(moving, found);
  if (!same) {
    // The next run writes everything once more, which mends what the source changed meanwhile.
    await ledger.keep(START);
    tell.line(words.notMoved);
    return false;
  }
  await ledger.end();
  tell.line(words.moved(reached, found.keys));
  return true;
}

/** Only compares. @returns whether both ends are the same */
export async function verify(moving: Moving): Promise<boolean> {
  const same = await comparing(moving, await survey(moving.from, moving.now().toISOString()));
  moving.tell.line(same ? words.same : words.different);
  return same;
}

/** Says what a move would bring over. @param target null when there is none yet */
export async function rehearse(
  from: Side,
  target: Side | null,
  now: Date,
  tell: Telling,
): Promise<void> {
  const found = await survey(from, now.toISOString());
  tell.line(words.found(found));
  for (const kind of found.kinds) tell.line(words.kind(kind));
  if (await isBegun(from, target)) return tell.line(words.wouldGoOn);
  const empty = target === null || (await isEmpty(target));
  return tell.line(empty ? words.wouldMove : words.wouldRefuse);
}

async function comparing({ from, to, now, tell }: Moving, found: Survey): Promise<boolean> {
  const bar = tell.bar('Comparing', 2 * found.documents + found.expired);
  const result: Comparison = await compare(from, to, now(), bar.reach).finally(bar.stop);
  for (const group of result.groups) tell.line(words.compared(group));
  if (result.endingSoon > 0) tell.line(words.endingSoon(result.endingSoon));
  return result.groups.every(({ same }) => same);
}
