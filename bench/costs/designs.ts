import type { Benchmark, Table } from '../benchmark';
import { sumOf, type Charge } from '../meter/tally';
import { measureActions, type Measured } from './actions';
import { DESIGNS, EFFECT, type Design } from './design';
import { printDollars, ruDollars } from './dollars';
import { together, type Edit, type Recorded } from './recorded';

export const designs: Benchmark = {
  name: 'designs',
  question: 'Would another layout of the documents, or another way of reading, be cheaper?',
  async run() {
    const measured = await measureActions();
    const { meeting } = measured;
    const modelled = meetingCost(meeting, DESIGNS[0], asNow);
    const recorded = sumOf(together([meeting.opened, meeting.polled, ...meeting.edits]).charges);
    return {
      tables: [layouts(meeting), readings(meeting), effects(meeting, measured)],
      aims: [
        {
          what: "the model's error for the layout of now, against the recorded meeting",
          measured: Math.abs(modelled.all / recorded - 1) * 100,
          atMost: 3,
          unit: '%',
        },
      ],
      notes: [
        'Modelled on the sizes of the recorded meeting: 40 edits, 2 panels. "No TTL": a provisioned account.',
        'The ring holds 55 commands of 75 bytes; beyond about 150 in seven days it would fill the head.',
      ],
    };
  },
};

/** When panels read what, besides after an edit of what both share. */
interface Reading {
  readonly name: string;
  /** Every nudge makes a panel ask what its chat is, too. */
  readonly findOnNudge: boolean;
  /** How often whoever wrote reads because of it; null: only where the answer says too little. */
  readonly ownReads: number | null;
  /** Views that both panels poll between two edits, besides those that were recorded. */
  readonly morePolls: number;
}

const asNow: Reading = { name: 'as now', findOnNudge: false, ownReads: null, morePolls: 0 };
const READINGS: readonly Reading[] = [
  asNow,
  { ...asNow, name: 'whoever wrote reads once', ownReads: 1 },
  { ...asNow, name: 'whoever wrote reads after the nudge and after the answer', ownReads: 2 },
  { ...asNow, name: 'a nudge about a series asks for the chat too', findOnNudge: true },
  { ...asNow, name: 'polled every 30 s while nudged', morePolls: 2 },
  { name: 'all of these', findOnNudge: true, ownReads: 2, morePolls: 2 },
];

/** Where the version that a write answers says everything (tab/src/client/known.ts). */
const saysAll = ({ route }: Edit): boolean =>
  /(Topic|Note|Action)$/.test(route) && route !== 'shareTopic';

interface Cost {
  readonly all: number;
  readonly withoutExpiry: number;
}

const countOf = (charges: readonly Charge[], kind: string): number =>
  charges.filter((charge) => charge.what === 'read' && charge.kind === kind).length;

/** The recorded meeting in another layout, read in another way. Edits of own pages stay as they were. */
function meetingCost(
  { edits, opened, polled }: Recorded,
  design: Design | undefined,
  reading: Reading,
): Cost {
  const first = edits[0];
  if (!design || !first) return { all: 0, withoutExpiry: 0 };
  const openings = countOf(opened.charges, 'chat');
  const finds = openings + countOf(polled.charges, 'chat');
  const views = openings + countOf(polled.charges, 'page');
  let all = finds * design.find(first) + views * design.view(first, false);
  let expiry = 0;
  for (const edit of edits) {
    const ownReads = reading.ownReads ?? (saysAll(edit) ? 0 : 1);
    if (!edit.own) all += design.view(edit, true);
    all += (ownReads + reading.morePolls) * design.view(edit, false);
    if (reading.findOnNudge) all += (edit.own ? 1 : 2) * design.find(edit);
    all += edit.own ? ownWrite(edit) : design.write(edit) + design.expiry(edit);
    expiry += edit.own ? 0 : design.expiry(edit);
  }
  return { all, withoutExpiry: all - expiry };
}

/** What an edit of one's own page was charged by itself, without the readings that follow. */
function ownWrite({ charges }: Edit): number {
  const last = charges.findLastIndex(({ what }) => what === 'expire');
  // After its batch the head is read once more, for somebody who has just left.
  return sumOf(charges.slice(0, last + 2));
}

function layouts(meeting: Recorded): Table {
  const edit = meeting.edits[20];
  const base = meetingCost(meeting, DESIGNS[0], asNow).all;
  return {
    title:
      'Layouts: RU of the 21st edit, of a reading, of what finishing adds, and of the whole meeting',
    columns: ['layout', 'write', 'view', 'find', 'finish', 'meeting', 'no TTL', '$ a pair-year'],
    rows: DESIGNS.map((design) => {
      const { all, withoutExpiry } = meetingCost(meeting, design, asNow);
      if (!edit) return [design.name];
      const finish = design.finish(meeting.edits.at(-1) ?? edit);
      const write = design.write(edit) + design.expiry(edit);
      const saved = ruDollars((all + finish - base) * 26);
      return [
        design.name,
        write,
        design.view(edit, true),
        design.find(edit),
        finish,
        all + finish,
        withoutExpiry + finish,
        `${saved > 0 ? '+' : saved < 0 ? '-' : ''}${printDollars(Math.abs(saved))}`,
      ];
    }),
  };
}

function readings(meeting: Recorded): Table {
  const [now] = DESIGNS;
  const ring = DESIGNS.at(-1);
  return {
    title: 'Readings: RU of the meeting, in the layout of now and with the ring',
    columns: ['reading', 'now', 'now, no TTL', 'ring'],
    rows: READINGS.map((reading) => {
      const { all, withoutExpiry } = meetingCost(meeting, now, reading);
      return [reading.name, all, withoutExpiry, meetingCost(meeting, ring, reading).all];
    }),
  };
}

function effects({ edits }: Recorded, { actions }: Measured): Table {
  const finish = actions.get('finish the meeting') ?? [];
  const made = finish.filter(({ what, kind }) => what === 'create' && kind === 'effect').length;
  const last = edits.at(-1);
  return {
    title: `Effects of finishing (${made} of them), RU`,
    columns: ['kept as', 'RU'],
    rows: [
      ['as now: a document each, removed when done', made * EFFECT.document],
      ['one document with all of them', EFFECT.document],
      ['a list in the head, written away once done', last ? EFFECT.inHead(last) : 0],
    ],
  };
}
