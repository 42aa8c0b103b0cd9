import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import type { Reminder } from '@rapport/domain/reminder';
import type { PrivatePage, Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import {
  ANY_TIME,
  decide,
  INVITED_REMEMBERED_MS,
  said,
  SAYING_MS,
  waitsForThem,
  type Tellings,
  type Verdict,
} from '@rapport/domain/telling';
import type { Placing } from '../documents/documents';
import {
  HEAD,
  pagePlacing,
  personPartition,
  PROFILE,
  seriesPartition,
  toldByPlacing,
  toldPlacing,
  type Profile,
} from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { chainIdOf } from './bucket';
import { keepReminders } from './keepReminders';
import { firstAllowed } from './quiet';

/** `gone`: it need not lie there any more. `stays`: for a later run. `busy`: and so should all others. */
export type Outcome = 'gone' | 'stays' | 'busy';

/**
 * Tells somebody what is due, if it still holds. First it is written down, in their own partition, that it is
 * being said: of two runs one goes on, and of two reminders of one meeting one is said. Then it is said, then
 * written down that it was. Whatever ends in between comes again, and is said with the same `chainId`, which
 * replaces what may have been shown.
 */
export async function tell(
  services: Services,
  reminder: Reminder,
  tenant: string,
): Promise<Outcome> {
  const { verdict, told } = await verdictOn(services, reminder);
  if (verdict.do === 'drop') return 'gone';
  if (verdict.do === 'wait') return 'stays';
  if (verdict.do === 'move') {
    await keepReminders(services, tenant, [{ ...reminder, at: verdict.at }]);
    return 'gone';
  }
  const { person, kind, series } = reminder;
  const delivery = await services.notify.send(person, {
    kind,
    series,
    chainId: chainIdOf(reminder),
  });
  if (delivery.outcome === 'later') {
    const wait = Math.max(delivery.afterMs, SAYING_MS);
    const at = new Date(services.clock.now().getTime() + wait).toISOString();
    if (at < reminder.until) await keepReminders(services, tenant, [{ ...reminder, at }]);
    return 'busy';
  }
  await changeDocument<Tellings>(
    services,
    personPartition(person),
    told,
    (current) => current && said(current, reminder),
  );
  return 'gone';
}

/** What is to become of it; where it is to be said, that is written down when this returns. */
async function verdictOn(
  services: Services,
  reminder: Reminder,
): Promise<{ readonly verdict: Verdict; readonly told: Placing }> {
  const { documents, clock } = services;
  const own = personPartition(reminder.person);
  const [head, profile] = await Promise.all([
    documents.read<Series>(seriesPartition(reminder.series), HEAD.id, 'latest'),
    documents.read<Profile>(own, PROFILE.id),
  ]);
  const drop: Verdict = { do: 'drop' };
  const series = toldPlacing(reminder.series);
  if (!head) return { verdict: drop, told: series };
  const wishes = profile?.value.remindMe ?? ANY_TIME;
  const at = clock.now().toISOString();
  const allowed = firstAllowed(wishes, at);
  const told =
    reminder.kind === 'invitation'
      ? toldByPlacing(head.value.manager.person.id, later(at, INVITED_REMEMBERED_MS))
      : series;
  const judge = (tellings: Tellings): Verdict =>
    decide(reminder, asOf(head.value, at), wishes, tellings, at, allowed);
  if (reminder.kind === 'afterMeeting' && judge({}).do === 'send') {
    const page = await documents.read<PrivatePage>(own, pagePlacing(reminder.series).id);
    if (!waitsForThem(head.value, page?.value ?? EMPTY_PAGE, at)) {
      return { verdict: drop, told };
    }
  }
  const judged: { verdict: Verdict } = { verdict: drop };
  await changeDocument<Tellings>(services, own, told, (current) => {
    judged.verdict = judge(current ?? {});
    return judged.verdict.do === 'send' ? judged.verdict.tellings : current;
  });
  return { verdict: judged.verdict, told };
}

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
