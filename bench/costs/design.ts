import { sizeClass } from '@rapport/api/sealing/padding';
import { itemSize } from '../meter/item';
import { deletePrice, insertPrice, queryPrice, readPrice, replacePrice } from '../meter/prices';
import type { Edit } from './recorded';

/** RU of one way to lay a series out, for an edit of what both share and for the readings after it. */
export interface Design {
  readonly name: string;
  /** The edit itself, with the record that recognises a repeat. */
  write(edit: Edit): number;
  /** Of that, what the record's removal costs after seven days: nothing on a provisioned account. */
  expiry(edit: Edit): number;
  /** A panel reads the agenda; `newer` where something changed since it last did. */
  view(edit: Edit, newer: boolean): number;
  /** A panel asks what its chat is: the pointer, and enough of the series to know whose it is. */
  find(edit: Edit): number;
  /** What finishing costs in addition to today's. */
  finish(edit: Edit): number;
}

/** Key of a box: format, nonce, tag (sealing/box.ts). */
const SEAL_BYTES = 1 + 12 + 16;
const LENGTH_BYTES = 4;

/** Bytes of the item that holds `json` bytes of JSON, sealed as every document is. */
export function sealedItem(json: number): number {
  const boxed = SEAL_BYTES + sizeClass(LENGTH_BYTES + json);
  return itemSize({
    partition: UUID,
    id: `applied.${'x'.repeat(40)}`,
    kind: 'applied',
    body: 'x'.repeat(4 * Math.ceil(boxed / 3)),
    tenant: UUID,
    keyId: 'x'.repeat(43),
    schema: 1,
    revision: 100,
    due: null,
    expires: null,
  });
}
const UUID = '00000000-0000-0000-0000-000000000000';

const read = (json: number): number => readPrice(sealedItem(json));
const create = (json: number, terms = 3): number => insertPrice(sealedItem(json), terms);
const remove = (json: number, terms = 3): number => deletePrice(sealedItem(json), terms);
const replace = (json: number): number => replacePrice(sealedItem(json), sealedItem(json), 0);
const nothing = readPrice(0);

/** The record of an applied command, and one's own page where nobody has written much. */
const RECORD = 200;
const PAGE = 900;
/** Members, chats, rhythm and so on; the order of lines and the meeting. */
const REST = 1500;
const ROOT = 500;
const ID = 40;
/** An id, a fingerprint, a version and a time, as short as they can be written. */
const RING_ENTRY = 75;
/** Writes of one pair in seven days with one meeting in them: what a ring in the head has to remember. */
const RING_WRITES = 55;
/** Commands that change no line but the meeting itself. */
const ON_MEETING = ['startMeeting', 'openTopic', 'wrapUp', 'moveTopic'];

const recorded = { write: create(RECORD), expiry: remove(RECORD) };

const now: Design = {
  name: 'as now: one head, a record per write',
  write: ({ head }) => read(head.whole) + replace(head.whole) + recorded.write,
  expiry: () => recorded.expiry,
  view: ({ head }) => read(head.whole) + read(PAGE),
  find: ({ head }) => nothing + read(head.whole),
  finish: () => 0,
};

const asked: Design = {
  ...now,
  name: 'the record looked for before every write',
  write: (edit) => now.write(edit) + nothing,
};

const lines: Design = {
  ...now,
  name: 'one document per line, and a root',
  write({ route, head }) {
    const root = read(rootOf(head)) + replace(rootOf(head));
    const line = lineOf(head);
    if (ON_MEETING.includes(route)) return root + recorded.write;
    return (
      root + recorded.write + (route.startsWith('add') ? create(line) : read(line) + replace(line))
    );
  },
  view({ head }, newer) {
    const root = read(rootOf(head)) + read(PAGE);
    return newer ? root + queryPrice(head.lines.map(sealedItem)) : root;
  },
  find: ({ head }) => nothing + read(rootOf(head)),
  // Every line leaves the agenda, or is carried over.
  finish: ({ head }) => head.lines.reduce((sum, bytes) => sum + remove(bytes), 0),
};

const split: Design = {
  ...now,
  name: 'head in two: the agenda, the rest',
  write: ({ head }) => read(REST) + read(head.agenda) + replace(head.agenda) + recorded.write,
  view: ({ head }) => read(REST) + read(head.agenda) + read(PAGE),
  find: () => nothing + read(REST),
  finish: () => replace(REST),
};

const ringOf = ({ head }: Edit): number => head.whole + RING_WRITES * RING_ENTRY;
const ring: Design = {
  ...now,
  name: 'a ring of recent ids in the head',
  write: (edit) => read(ringOf(edit)) + replace(ringOf(edit)),
  expiry: () => 0,
  view: (edit) => read(ringOf(edit)) + read(PAGE),
  find: (edit) => nothing + read(ringOf(edit)),
};

const rootOf = (head: Edit['head']): number => ROOT + REST + ID * head.lines.length;
const lineOf = (head: Edit['head']): number =>
  head.lines.reduce((sum, bytes) => sum + bytes, 0) / Math.max(1, head.lines.length);

export const DESIGNS: readonly Design[] = [now, asked, split, lines, ring];

/** An effect made, read, done and removed; and the same as a list in the head, written away once more. */
export const EFFECT = {
  document: create(RECORD, 4) + nothing + remove(RECORD, 4),
  inHead: ({ head }: Edit): number => read(head.whole) + replace(head.whole),
};
