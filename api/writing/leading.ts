import { hasEnded } from '@rapport/domain/member';
import { type Seat, type Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import { listAll } from '../documents/listAll';
import {
  HEAD,
  leadPlacing,
  personPartition,
  SEATS_PER_PERSON,
  seriesPartition,
  type Lead,
} from '../places';
import { Problem } from '../problem';
import { changeDocument } from './changeDocument';
import type { AnyCall } from './changeSeries';

/** How long setting up a series takes at the very most; a claim without its series is void after it. */
const SET_UP_MS = 60_000;

/**
 * One series led with the same person is enough: however many attempts there are at once, and whatever else
 * the two share, the other one's home holds one seat of this.
 * @param chatKey the 1:1 chat of the two
 * @throws Problem `series.exists`; `busy` while another one is just being set up
 */
export async function claimLead(call: AnyCall, chatKey: string, series: string): Promise<void> {
  const { caller, services, at } = call;
  await changeDocument<Lead>(
    services,
    personPartition(caller.id),
    leadPlacing(chatKey),
    async (current) => {
      if (current?.series === series) return current;
      const mine = { series, at };
      if (!current) return mine;
      const head = await services.documents.read<Series>(seriesPartition(current.series), HEAD.id);
      if (!head) {
        if (Date.parse(current.at) + SET_UP_MS > Date.parse(at)) throw new Problem('busy');
        return mine;
      }
      const leads = head.value.manager.person.id === caller.id && !hasEnded(asOf(head.value, at));
      if (leads) throw new Problem('series.exists', 'report');
      return mine;
    },
  );
}

/** @throws Problem `series.tooMany` where the caller's home could not show one more that they lead */
export async function refuseTooMany({ caller, services: { documents } }: AnyCall): Promise<void> {
  const seats = await listAll<Seat>(documents, personPartition(caller.id), 'seat');
  // What has ended is there to be read for a while, and keeps nobody from beginning anew.
  const led = seats.filter(({ role, state }) => role === 'manager' && state !== 'ended');
  if (led.length >= SERIES_LED) throw new Problem('series.tooMany');
}

/** Half of what a home shows: the other half is for what others invite to. */
const SERIES_LED = SEATS_PER_PERSON / 2;
