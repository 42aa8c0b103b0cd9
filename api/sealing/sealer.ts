import type { Container, StoredDocument } from '../ports/storage';
import { box, unbox } from './box';
import type { KeyRing } from './keyRing';
import { pad, unpad } from './padding';
import { SealBroken } from './sealBroken';

/** What a body is bound to, besides the id of its key: in any other place it does not open. */
export type Binding = Pick<
  StoredDocument,
  'tenant' | 'partition' | 'id' | 'kind' | 'schema' | 'revision'
> & { readonly container: Container };

export interface Sealer {
  /**
   * @param value anything JSON can say
   * @throws TypeError when JSON cannot say it
   */
  seal(binding: Binding, value: unknown): Promise<Pick<StoredDocument, 'body' | 'keyId'>>;
  /**
   * @returns null when the data key was forgotten
   * @throws SealBroken when body or metadata are not as they were sealed
   */
  open(
    binding: Binding,
    sealed: Pick<StoredDocument, 'body' | 'keyId'>,
  ): Promise<{ readonly value: unknown } | null>;
}

/** Envelopes around documents: JSON, padded to a size class, encrypted with the partition's data key. */
export const createSealer = (keys: KeyRing): Sealer => ({
  async seal(binding, value) {
    const json: string | undefined = JSON.stringify(value);
    if (json === undefined) throw new TypeError('Only what JSON can say can be sealed.');
    const key = await keys.current(subjectOf(binding));
    const body = box(key.secret, pad(json), associated(binding, key.id));
    return { body: body.toString('base64'), keyId: key.id };
  },
  async open(binding, { body, keyId }) {
    const key = await keys.find(subjectOf(binding), keyId);
    if (!key) return null;
    const bytes = Buffer.from(body, 'base64');
    // Node skips over what is not base64; here nothing may be different.
    if (bytes.toString('base64') !== body) throw new SealBroken('body');
    const plain = unbox(key.secret, bytes, associated(binding, keyId), 'body');
    return { value: JSON.parse(unpad(plain)) as unknown };
  },
});

/**
 * Who shares one data key: everything in one partition. Deleting the key of a subject deletes that. Reminders
 * share one for all hours of a shard: there would be a hundred thousand new ones a year, none ever deleted.
 */
export const subjectOf = ({ container, partition }: Pick<Binding, 'container' | 'partition'>) =>
  `${container}/${container === 'reminders' ? shardIn(partition) : partition}`;

const shardIn = (partition: string): string => partition.slice(partition.lastIndexOf('.') + 1);

const associated = (binding: Binding, keyId: string) =>
  [
    'document',
    binding.container,
    binding.tenant,
    binding.partition,
    binding.id,
    binding.kind,
    binding.schema,
    keyId,
    binding.revision,
  ] as const;
