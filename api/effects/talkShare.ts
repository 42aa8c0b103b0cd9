import type { MeetingRecord } from '@rapport/domain/meeting';
import { expiryOf } from '@rapport/domain/retention';
import type { PrivatePage, Series } from '@rapport/domain/series';
import {
  keepWhatBothKept,
  takeTalkShareAway,
  type TalkShareRecord,
} from '@rapport/domain/talkShare';
import {
  HEAD,
  meetingPlacing,
  pagePlacing,
  personPartition,
  seriesPartition,
  talkSharePlacing,
} from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBothBeside } from '../writing/nudgeBoth';
import type { Effect } from './effect';

type Of<Type extends Effect['type']> = Extract<Effect, { type: Type }>;

/** Lays a number with its meeting once both would keep one; alone, neither's wish leaves its author's page. */
export async function keepTalkShare(
  services: Services,
  { series, meeting }: Of<'keepTalkShare'>,
): Promise<void> {
  const head = await services.documents.read<Series>(seriesPartition(series), HEAD.id, 'latest');
  const [manager, report] = [head?.value.manager, head?.value.report];
  if (!head || !manager || !report) return;
  const [hers = [], his = []] = await Promise.all(
    [manager, report].map(async ({ person }) => {
      const placing = pagePlacing(series);
      // Of two who keep it at once each one's process has to find the other's wish.
      const page = await services.documents.read<PrivatePage>(
        personPartition(person.id),
        placing.id,
        'latest',
      );
      return page?.value.talkShares ?? [];
    }),
  );
  await change(services, { series, meeting }, head, (record) =>
    keepWhatBothKept(record, meeting, { manager: hers, report: his }),
  );
}

/** Takes away for both what one of them takes back, and sees to it that nothing under way brings it again. */
export async function dropTalkShare(
  services: Services,
  { series, meeting, by, upTo }: Of<'dropTalkShare'>,
): Promise<void> {
  const head = await services.documents.read<Series>(seriesPartition(series), HEAD.id);
  if (!head) return;
  await change(services, { series, meeting }, head, (record) =>
    takeTalkShareAway(record, meeting, by, upTo),
  );
}

/** Only what both read is told to both. */
async function change(
  services: Services,
  { series, meeting }: { readonly series: string; readonly meeting: number },
  head: { readonly value: Series; readonly tenant: string },
  decide: (record: TalkShareRecord | null) => TalkShareRecord | null,
): Promise<void> {
  let told = false;
  const where = { ...seriesPartition(series), tenant: head.tenant };
  const now = services.clock.now().toISOString();
  const held = await services.documents.read<MeetingRecord>(where, meetingPlacing(meeting).id);
  // It goes with its meeting (PRACTICE D5).
  const expires = expiryOf(held?.value.finishedAt ?? now, head.value, now);
  await changeDocument<TalkShareRecord>(
    services,
    where,
    { ...talkSharePlacing(meeting), expires },
    (record) => {
      const changed = decide(record ?? null);
      told = JSON.stringify(changed?.kept ?? null) !== JSON.stringify(record?.kept ?? null);
      return changed ?? undefined;
    },
  );
  if (told) await nudgeBothBeside(services, head.value);
}
