import type { Aim, Benchmark, Table } from '../benchmark';
import { readPrice } from '../meter/prices';
import { sumBy, sumOf, type Charge } from '../meter/tally';
import { costOf, measureActions, type ActionName, type Measured } from './actions';
import { measureSearch } from './search';
import { GB, printDollars, PRICES, ruDollars } from './dollars';
import { idleYear, yearOf } from './year';

export const costs: Benchmark = {
  name: 'cost',
  question: 'What does Cosmos DB charge for what people do?',
  async run() {
    const measured = await measureActions();
    const searched = await measureSearch();
    return {
      tables: [
        actionsTable(measured),
        searchTable(searched),
        editsTable(measured),
        yearTable(measured),
      ],
      aims: aimsOf(measured),
      notes: [
        'RU as a serverless account in one region bills them, from the published table; every call goes ' +
          'through the real pipeline, sealing and documents. "TTL" is the removal of what expires: a ' +
          'provisioned account does that with what is left over.',
        '"x floor" compares with one point read of the head of that series, in the same run.',
        `Serverless list prices: ${printDollars(PRICES.perMillionRu)} a million RU, ` +
          `${printDollars(PRICES.perGbMonth)} a GB and month.`,
        `The sweep asks every minute whoever is there: ${printDollars(ruDollars(idleYear()))} a year.`,
      ],
    };
  },
};

/** The bare reading that everything is compared with. */
function floorOf({ meeting }: Measured): number {
  const reads = meeting.edits[0]?.charges.filter(
    ({ what, kind }) => what === 'read' && kind === 'series',
  );
  return readPrice(reads?.[0]?.bytes ?? 0);
}

function actionsTable(measured: Measured): Table {
  const floor = floorOf(measured);
  return {
    title: 'What each action costs, RU',
    columns: ['action', 'reads', 'writes', 'TTL', 'keys', 'all', 'x floor', '$ a million'],
    rows: [...measured.actions].map(([name, charges]) => {
      const parts = sumBy(charges, partOf);
      const all = sumOf(charges);
      const of = (part: string): number => parts.get(part) ?? 0;
      const dollars = printDollars(ruDollars(all * 1e6));
      return [name, of('reads'), of('writes'), of('TTL'), of('keys'), all, all / floor, dollars];
    }),
  };
}

function searchTable(searched: Awaited<ReturnType<typeof measureSearch>>): Table {
  const { first, later, kB, goals, brought } = searched;
  const row = (name: string, charges: readonly Charge[], size: number) => {
    const ttl = sumBy(charges, partOf).get('TTL') ?? 0;
    return [name, ttl, sumOf(charges), size];
  };
  return {
    title: 'A search in two years of history, RU (52 meetings, 26 pieces of feedback)',
    columns: ['search', 'TTL', 'all', 'kB of answers'],
    rows: [
      row('the first: words are laid together', first, kB),
      row('each later one, whatever is typed', later, kB),
      row('… with ten goals of eleven lines', goals.later, goals.kB),
      row('… and forty lines brought along', brought.later, brought.kB),
    ],
  };
}

function partOf({ place, what }: Charge): string {
  if (place === 'keys') return 'keys';
  if (what === 'expire') return 'TTL';
  return what === 'read' || what === 'list' || what === 'listDue' ? 'reads' : 'writes';
}

/** The forty edits by kind, the dearest first. */
function editsTable({ meeting }: Measured): Table {
  const routes = [...new Set(meeting.edits.map(({ route }) => route))];
  const rows = routes.map((route) => {
    const edits = meeting.edits.filter((edit) => edit.route === route);
    const mean = (part: (charge: Charge) => boolean): number =>
      edits.reduce((sum, { charges }) => sum + sumOf(charges.filter(part)), 0) / edits.length;
    const replaces = mean(({ what }) => what === 'replace' || what === 'create');
    const record = mean(({ kind }) => kind.endsWith('applied'));
    const made = mean(({ what, kind }) => what === 'create' && kind === 'applied');
    const all = mean(() => true);
    return [
      route,
      edits.length,
      replaces - made,
      record,
      all - record - replaces + made,
      all,
    ] as const;
  });
  return {
    title: 'Edits in the meeting, RU each (mean), with what both panels read because of them',
    columns: ['edit', 'times', 'document', 'idempotency', 'reads', 'all'],
    rows: rows.toSorted((a, b) => b[5] - a[5]),
  };
}

function yearTable(measured: Measured): Table {
  const row = (name: string, pairs: number, meetings: number) => {
    const { ru, bytes, dollars } = yearOf(measured, meetings);
    const idle = ruDollars(idleYear());
    return [name, (ru * pairs) / 1e6, (bytes * pairs) / GB, printDollars(dollars * pairs + idle)];
  };
  return {
    title: 'A year on a serverless account',
    columns: ['who', 'million RU', 'GB kept', 'dollars'],
    rows: [
      row('1 pair, every two weeks', 1, 26),
      row('1 pair, weekly', 1, 52),
      ...[10, 1000, 10_000, 100_000].map((pairs) =>
        row(`${pairs.toLocaleString('en')} pairs, every two weeks`, pairs, 26),
      ),
    ],
  };
}

function aimsOf(measured: Measured): readonly Aim[] {
  const aim = (what: string, action: ActionName, atMost: number): Aim => ({
    what,
    measured: costOf(measured, action),
    atMost,
    unit: 'RU',
  });
  return [
    aim('panel, first', 'open the panel', 6),
    aim(
      'panel, first, in an api that has just started',
      'the same, in an api that has just started',
      6,
    ),
    aim('panel, warm', 'read the agenda again, nothing newer (304)', 3),
    aim('a meeting', 'a meeting: 2 panels, 40 edits, 30 minutes', 1000),
  ];
}
