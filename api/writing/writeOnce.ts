import { createHash } from 'node:crypto';
import type {
  Change,
  Documents,
  DuePage,
  Loaded,
  Partition,
  Placing,
} from '../documents/documents';
import { EFFECT_KIND, SWEEP_AFTER_MS, type Effect } from '../effects/effect';
import { StorageConflict } from '../ports/storage';
import { Problem } from '../problem';
import type { Call } from '../route';

/** How long a repeated write is recognised. */
const APPLIED_FOR_MS = 7 * 24 * 60 * 60 * 1000;
/** Every attempt that loses means that another one won: a pair never gets near this. */
const ATTEMPTS = 12;
const APPLIED_KIND = 'applied';
const RECORDS_PER_PAGE = 100;

/** The one document that a write changes, where it lies, and who may. */
export interface Target<T> {
  readonly partition: Pick<Partition, 'container' | 'key'> & { readonly tenant?: string };
  readonly placing: Placing;
  /** Throws for whoever may not know this document; asked before anything else, a repeat included. */
  authorise(current: T | null): void;
}

export interface Decision<T> {
  /** The document's new value; the very value that was read when nothing changes. */
  readonly value: T;
  readonly effects?: readonly Effect[];
  /** When it is there no longer; missing: as the placing says. */
  readonly expires?: string;
  /** Other documents that change with it, in the same partition. */
  readonly also?: readonly Change[];
}

/** A stored effect, on its way to be done. */
export interface PendingEffect {
  readonly partition: Partition;
  readonly id: string;
}

export interface Written<T, A> {
  readonly value: A;
  /** The document as this write left it; null for a repeat, which leaves it alone. */
  readonly after: T | null;
  /** Effects of this write that may not be done yet, also when the write itself happened before. */
  readonly pending: readonly PendingEffect[];
}

interface Applied<T> {
  readonly fingerprint: string;
  readonly answer: T;
  readonly effects: readonly string[];
}

/** Whether this very command was carried out already: for what has to be done before its write, and not once more. */
export const wasDone = async (
  {
    services,
    caller,
    idempotency,
  }: Pick<Call<unknown, unknown>, 'caller' | 'idempotency' | 'services'>,
  partition: Pick<Partition, 'container' | 'key'>,
): Promise<boolean> =>
  (await services.documents.read(partition, appliedIdOf(caller.id, idempotency.key))) !== null;

/**
 * Reads a document, lets `decide` make the change, and writes it with its effects and the record of the
 * Idempotency-Key in one batch. A newer document met on the way is read and decided on again; the same key
 * sent again changes nothing and gets the first answer.
 *
 * Every batch creates the record, so that it fails as a whole where there is one already: it is looked for
 * only then, and after a refusal, not before every write. Both reads of the record follow one of the document
 * in the same session: whoever has seen what the first one changed sees its record too.
 * @param decide pure, and asked for a repeat too; what it says then is never written. Given null where there
 * is no document yet. Throws to refuse: then nothing is written
 * @param answer what this and a repeat are answered with
 * @throws Problem `idempotencyKey.reused`, `busy`
 */
export async function writeOnce<T, A>(
  call: Pick<Call<unknown, unknown>, 'caller' | 'idempotency' | 'services' | 'at'>,
  target: Target<T>,
  decide: (current: T | null) => Decision<T> | Promise<Decision<T>>,
  answer: (value: T, before: T | null) => A,
): Promise<Written<T, A>> {
  const { documents } = call.services;
  const { partition, placing } = target;
  const appliedId = appliedIdOf(call.caller.id, call.idempotency.key);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const current = await documents.read<T>(partition, placing.id);
    target.authorise(current?.value ?? null);
    let decision: Decision<T>;
    try {
      decision = await decide(current?.value ?? null);
    } catch (refusal) {
      // What is refused may be what this very command has done: nobody is refused what they have already done.
      const first = await firstAnswer();
      if (first) return first;
      throw refusal;
    }
    const tenant = current?.tenant ?? partition.tenant ?? call.caller.tid;
    const where: Partition = { ...partition, tenant };
    const effects = decision.effects ?? [];
    const effectIds = effects.map((_, index) => `effect.${call.idempotency.key}.${index}`);
    const record: Applied<A> = {
      fingerprint: call.idempotency.fingerprint,
      answer: answer(decision.value, current?.value ?? null),
      effects: effectIds,
    };
    const changes: Change[] = [
      ...changeOf(dated(placing, decision), current, decision.value),
      ...(decision.also ?? []),
      create(appliedId, APPLIED_KIND, record, { expires: later(call.at, APPLIED_FOR_MS) }),
      ...effects.map((effect, index) =>
        create(effectIds[index] ?? '', EFFECT_KIND, effect, {
          due: dueOf(effect, call.at),
        }),
      ),
    ];
    try {
      await documents.write(where, changes);
      return { value: record.answer, after: decision.value, pending: pendingOf(effectIds, where) };
    } catch (error) {
      if (!(error instanceof StorageConflict)) throw error;
      // Somebody else's write, or the first of this very command.
      const first = await firstAnswer();
      if (first) return first;
      // Neither is there to be read, and yet it was: all of it has been deleted since, with its key.
      if (!current && (await isForgotten(documents, partition, appliedId))) {
        return { value: record.answer, after: null, pending: [] };
      }
    }
  }
  throw new Problem('busy');

  /** What the same command was answered, where it was carried out already. */
  async function firstAnswer(): Promise<Written<T, A> | null> {
    const applied = await documents.read<Applied<A>>(partition, appliedId);
    if (!applied) return null;
    const { fingerprint, answer: value, effects } = applied.value;
    if (fingerprint !== call.idempotency.fingerprint) {
      throw new Problem('idempotencyKey.reused', 'Idempotency-Key');
    }
    const where = { ...partition, tenant: applied.tenant };
    return { value, after: null, pending: pendingOf(effects, where) };
  }
}

/** Whether the record lies there still, and nobody can read it any more: its id alone says who sent what key. */
async function isForgotten(
  documents: Documents,
  partition: Target<unknown>['partition'],
  appliedId: string,
): Promise<boolean> {
  let from: string | null = null;
  do {
    const { forgotten, continuation }: DuePage = await documents.listWhole(
      partition,
      APPLIED_KIND,
      RECORDS_PER_PAGE,
      from,
    );
    if (forgotten.some(({ id }) => id === appliedId)) return true;
    from = continuation;
  } while (from !== null);
  return false;
}

/** When the sweep takes it up: when it was interrupted, or when its time comes. */
const dueOf = (effect: Effect, at: string): string => {
  const interrupted = later(at, SWEEP_AFTER_MS);
  const time =
    'notBefore' in effect ? effect.notBefore : effect.type === 'endStandIn' ? effect.at : null;
  return time !== null && time > interrupted ? time : interrupted;
};

const dated = (placing: Placing, { expires }: Decision<unknown>): Placing =>
  expires === undefined ? placing : { ...placing, expires };

function changeOf<T>(placing: Placing, current: Loaded<T> | null, value: T): Change[] {
  if (!current) return [{ change: 'create', placing, value }];
  return value === current.value ? [] : [{ change: 'replace', placing, value, loaded: current }];
}

const create = (
  id: string,
  kind: string,
  value: unknown,
  times: { readonly due?: string; readonly expires?: string },
): Change => ({ change: 'create', placing: { id, kind, schema: 1, ...times }, value });

const pendingOf = (ids: readonly string[], partition: Partition): PendingEffect[] =>
  ids.map((id) => ({ partition, id }));

/** Bound to the caller: somebody else's use of the same key is another key. */
const appliedIdOf = (caller: string, key: string): string =>
  `applied.${createHash('sha256')
    .update(JSON.stringify([caller, key]))
    .digest('hex')
    .slice(0, 40)}`;

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
