import type { LedgerView } from '@rapport/domain/ledger.schema';
import type { Live, RapportClient, Reading } from '../client/state';

interface Page {
  readonly entries: readonly LedgerView[];
  readonly continuation: string | null;
}
type Entries = readonly LedgerView[];

/**
 * Every page of a ledger, followed as one list, the latest first: ids, which its authors choose, put nothing
 * out of sight (PRACTICE E5). What was read stays while a page that is new is on its way.
 */
export function followLedger(
  client: Pick<RapportClient, 'follow'>,
  seriesId: string,
): Live<Entries> {
  let known: readonly Reading<Page>[] = [];
  let whole: Reading<Entries> = { status: 'loading' };

  /** As far as the pages that were read lead. */
  function pages(): Live<Page>[] {
    const found: Live<Page>[] = [];
    let path: string | null = 'ledger';
    while (path !== null) {
      const page: Live<Page> = client.follow<Page>(seriesId, path);
      found.push(page);
      const reading = page.getSnapshot();
      const next = reading.status === 'ready' ? reading.value.continuation : null;
      path = next === null ? null : `ledger?continuation=${encodeURIComponent(next)}`;
    }
    return found;
  }

  function getSnapshot(): Reading<Entries> {
    const readings = pages().map((page) => page.getSnapshot());
    const same = readings.length === known.length && readings.every((one, n) => one === known[n]);
    if (same) return whole;
    known = readings;
    const joined = join(readings);
    if (joined.status !== 'loading' || whole.status !== 'ready') whole = joined;
    return whole;
  }

  return {
    subscribe(listener) {
      const followed = new Map<Live<Page>, () => void>();
      const changed = (): void => {
        followPages();
        listener();
      };
      function followPages(): void {
        const now = new Set(pages());
        for (const [page, stop] of followed) {
          if (now.has(page)) continue;
          stop();
          followed.delete(page);
        }
        for (const page of now) {
          if (!followed.has(page)) followed.set(page, page.subscribe(changed));
        }
      }
      followPages();
      return () => {
        for (const stop of followed.values()) stop();
        followed.clear();
      };
    },
    getSnapshot,
    refresh: async () => void (await Promise.all(pages().map((page) => page.refresh()))),
  };
}

/** All of them, or what keeps them from being shown. */
function join(readings: readonly Reading<Page>[]): Reading<Entries> {
  const entries: LedgerView[] = [];
  for (const reading of readings) {
    if (reading.status !== 'ready') return reading;
    entries.push(...reading.value.entries);
  }
  return { status: 'ready', value: latestFirst(entries) };
}

const whenOf = (entry: LedgerView): string =>
  entry.type === 'matter' ? (entry.disclosures.at(-1)?.at ?? '') : entry.at;

const latestFirst = (entries: readonly LedgerView[]): Entries =>
  entries.toSorted((a, b) => whenOf(b).localeCompare(whenOf(a), 'en'));
