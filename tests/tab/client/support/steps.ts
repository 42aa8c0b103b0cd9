import type { Page } from '@rapport/domain/agenda';
import fc from 'fast-check';
import type { WayBack, WayThere } from './network';

/** What a person does in one window, seen from what it shows. */
export type Gesture =
  | { readonly kind: 'add'; readonly page: Page }
  | { readonly kind: 'edit' | 'remove' | 'share' | 'undo'; readonly pick: number }
  | { readonly kind: 'move'; readonly pick: number; readonly to: number };

export type Step =
  | {
      readonly do: 'gesture';
      readonly at: number;
      readonly window: number;
      readonly gesture: Gesture;
    }
  | { readonly do: 'there'; readonly pick: number; readonly way: WayThere }
  | { readonly do: 'back'; readonly pick: number; readonly way: WayBack }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'tell' | 'open' | 'nudge'; readonly at: number }
  | { readonly do: 'close' | 'reload'; readonly at: number; readonly window: number };

/** Two people with two devices each. */
export const DEVICES = ['maya', 'maya', 'ravi', 'ravi'] as const;
const at = fc.nat({ max: DEVICES.length - 1 });
const pick = fc.nat({ max: 20 });
const windowNo = fc.nat({ max: 1 });
const some = <T>(value: T) => fc.constant(value);

const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: some('add' as const),
      page: fc.constantFrom<Page>('shared', 'onlyMe'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit' as const, 'remove' as const, 'share' as const, 'undo' as const),
      pick,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: some('move' as const), pick, to: pick }) },
);
const wayThere = fc.oneof(
  { weight: 5, arbitrary: some<WayThere>('arrives') },
  { weight: 2, arbitrary: fc.constantFrom<WayThere>('lost', 503, 401) },
);
const wayBack = fc.oneof(
  { weight: 5, arbitrary: some<WayBack>('arrives') },
  { weight: 2, arbitrary: fc.constantFrom<WayBack>('lost', 'cut', 'page', 502) },
);
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: some('gesture' as const), at, window: windowNo, gesture }),
    },
    { weight: 8, arbitrary: fc.record({ do: some('there' as const), pick, way: wayThere }) },
    { weight: 8, arbitrary: fc.record({ do: some('back' as const), pick, way: wayBack }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: some('pass' as const), ms: fc.constantFrom(1000, 3000, 21_000) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('tell' as const, 'open' as const, 'nudge' as const),
        at,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constantFrom('close' as const, 'reload' as const),
        at,
        window: windowNo,
      }),
    },
  ),
  // The default size would stop at ten steps, too few for anything to go wrong.
  { minLength: 20, maxLength: 80, size: 'max' },
);
