import { createErasures } from '../sealing/erasures';
import type { KeyPlaces } from '../sealing/openKeys';
import { createMarks } from '../sealing/marks';
import { createRotation } from '../sealing/rotation';

export const USAGE = `npm run keys -- <what>
  rotate         both of the below
  rotate-outer   a newer outermost key, and everything it wraps wrapped again
  rotate-ring    newer ring keys, and everything they wrap wrapped again
  new-list       go on with an empty erasure list, because the old one is lost for good: whatever was
                 deleted since the key store's backup was made comes back
Each can be run while people work, interrupted, and run again. docs/keys.md says when.
`;

const WORK = {
  rotate: ['outer', 'ring'],
  'rotate-outer': ['outer'],
  'rotate-ring': ['ring'],
  'new-list': ['list'],
} as const satisfies Record<string, readonly ('outer' | 'ring' | 'list')[]>;

export type Command = keyof typeof WORK;

export const isCommand = (text: string | undefined): text is Command =>
  text !== undefined && Object.hasOwn(WORK, text);

/**
 * What `npm run keys` does, wherever the keys lie.
 * @param say takes one line for whoever runs it: counts, never names
 * @throws ErasuresRefused before a rotation, where the erasure list is not the one that is needed
 */
export async function runCommand(
  command: Command,
  { wrap, keyStore, list }: KeyPlaces,
  say: (line: string) => void,
): Promise<void> {
  const outer = { wrap, store: keyStore, now: () => performance.now() };
  const erasures = createErasures({ store: keyStore, list, marks: createMarks(outer) });
  const rotation = createRotation(outer);
  for (const part of WORK[command]) {
    if (part === 'list') {
      await erasures.beginAnew();
      say(
        'A new, empty erasure list is in use. Keep the key store and this list apart from now on.',
      );
      continue;
    }
    // Nothing that should be gone is wrapped again.
    await erasures.ready();
    const { wrapped } = await rotation[part]();
    say(
      part === 'outer'
        ? `Outermost key: ${wrapped} keys wrapped again by the newest; none is wrapped by an older one.`
        : `Ring keys: ${wrapped} data keys wrapped again; the older ring keys are gone.`,
    );
  }
}
