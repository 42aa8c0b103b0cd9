import * as z from 'zod/mini';
import { role } from './person.schema';
import { instant } from './text.schema';

/** For how many months what is past is kept (PRACTICE D5). */
export const retentionMonths = z.literal([6, 12, 24, 36, 60]);

const change = { by: role, at: instant };

/** How long what is past is kept, who of the two last said so, and what one of them has announced. */
export const retention = z.strictObject({
  months: retentionMonths,
  /** null: as it was from the beginning. */
  changed: z.nullable(z.strictObject(change)),
  /** Until `from`, either takes it back. */
  coming: z.nullable(z.strictObject({ months: retentionMonths, ...change, from: instant })),
});

export type RetentionMonths = z.infer<typeof retentionMonths>;
export type Retention = z.infer<typeof retention>;

export const retentionInput = z.strictObject({ months: retentionMonths });
