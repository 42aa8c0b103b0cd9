import { pickedPerson } from '@rapport/domain/person.schema';
import { introduction, minutes, rhythm, startSeriesInput } from '@rapport/domain/series.schema';
import { format, labels } from '@rapport/domain/shape.schema';
import { uuid } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';
import { openDeviceStore } from '../client/deviceStore';
import type { HostContext } from '../hosts/hostAdapter';
import { PLAN_KEY } from './isSending';
import type { Shape } from '../screens/startDraft';

const shape = { rhythm, minutes, format, labels };

const planned = z.strictObject({
  person: pickedPerson,
  /** Of the series to be: made before anything is sent, so that sending again is the same series. */
  id: uuid,
  /** Where this one differs from the rest. */
  own: z.partial(z.strictObject(shape)),
});

const sending = z.strictObject({
  /** Exactly what is sent, however often. */
  body: startSeriesInput,
  name: z.string(),
  state: z.enum(['waiting', 'done', 'exists', 'failed']),
  /** Why not, where it failed. */
  code: z.nullable(z.string()),
});

const plan = z.strictObject({
  people: z.array(planned),
  shape: z.strictObject(shape),
  /** With its placeholders. */
  introduction,
  agree: z.boolean(),
  /** From the press on: it is gone through to the end, also after a reload. */
  sent: z.nullable(z.array(sending)),
});

export type Planned = z.infer<typeof planned>;
export type Sending = z.infer<typeof sending>;
/** Several 1:1s on their way (PRACTICE C7), kept on this device for this person alone. */
export type Plan = z.infer<typeof plan>;

export const emptyPlan = (words: string): Plan => ({
  people: [],
  shape: { rhythm: 'biweekly', minutes: 30, format: 'free', labels: 'manager' },
  introduction: words,
  agree: false,
  sent: null,
});

export const shapeOf = ({ shape: common }: Pick<Plan, 'shape'>, { own }: Planned): Shape => ({
  rhythm: own.rhythm ?? common.rhythm,
  minutes: own.minutes ?? common.minutes,
  format: own.format ?? common.format,
  labels: own.labels ?? common.labels,
});

export interface KeptPlan {
  readonly read: () => Plan | null;
  readonly write: (plan: Plan) => void;
  readonly clear: () => void;
}

/** A damaged plan is like none: what it made already stands in the home. */
export function keepPlan(user: HostContext['user']): KeptPlan {
  const store = openDeviceStore(user);
  return {
    read() {
      try {
        return plan.parse(JSON.parse(store.read(PLAN_KEY) ?? ''));
      } catch {
        return null;
      }
    },
    write: (value) => store.write(PLAN_KEY, JSON.stringify(value)),
    clear: () => store.remove(PLAN_KEY),
  };
}
