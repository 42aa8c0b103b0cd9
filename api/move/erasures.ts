import { houseOf } from '../sealing/erasures';
import { MoveRefused } from './refusal';
import type { Side } from './side';

const PAGE = 500;

/**
 * Brings the erasure list of the source over, before its keys: they are never anywhere without what they must
 * not come back from. Entries are opaque and stay closed; what the target has already is not written again.
 */
export async function copyErasures(from: Side, to: Side): Promise<void> {
  const house = await houseOf(from.keys);
  if (house === null) return;
  if ((await from.list.last(house)) === null)
    throw new MoveRefused(
      'The erasure list of --from is missing: put it back, or name it in RAPPORT_ERASURES (docs/keys.md).',
    );
  await to.list.begin(house);
  const known = (await to.list.last(house)) ?? 0;
  for await (const { entry } of entriesOf(from, house, known)) await to.list.append(house, entry);
}

/** All entries after a position, oldest first. */
export async function* entriesOf({ list }: Side, house: string, after = 0) {
  for (let position = after; ;) {
    const page = await list.after(house, position, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    ({ position } = last);
  }
}
