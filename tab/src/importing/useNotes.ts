import type { SeriesView } from '@rapport/domain/series';
import { useMemo, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useApp } from '../parts/useApp';
import type { DayOrder } from './dates';
import { parseNotes } from './parse';
import { useLocale } from './useLocale';
import { planMeetings, type Kind, type PlannedMeeting } from './plan';

/** Notes that were read on this device, and what the person makes of them. */
export interface Notes {
  readonly meetings: readonly PlannedMeeting[];
  readonly notUnderstood: ReturnType<typeof parseNotes>['notUnderstood'];
  /** Whether some date may be read in two ways. */
  readonly asksOrder: boolean;
  readonly order: DayOrder | null;
  setOrder(order: DayOrder): void;
  setKind(ids: readonly string[], kind: Kind | null): void;
  setDay(at: number, day: string | null): void;
}

/** The day that it is where the person is. */
const dayIn = (now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDate()
    .toString();

/** @param text the notes as they are */
export function useNotes(view: SeriesView, text: string): Notes {
  const locale = useLocale();
  const { client } = useApp();
  const [order, setOrder] = useState<DayOrder | null>(null);
  const [kinds, setKinds] = useState<ReadonlyMap<string, Kind>>(new Map());
  const [days, setDays] = useState<ReadonlyMap<number, string | null>>(new Map());
  const parsed = useMemo(() => parseNotes(text), [text]);
  const today = dayIn(client.now());
  const { me } = view;
  const manager = view.manager.name;
  const report = view.report?.name ?? null;
  const found = useMemo(() => {
    const reading = { dating: { today, locale, order }, people: { me, manager, report } };
    return planMeetings(parsed.pieces, reading);
  }, [parsed, today, locale, order, me, manager, report]);
  const asksOrder = useMemo(
    () => order !== null || found.some(({ unsure }) => unsure === 'order'),
    [found, order],
  );
  const meetings = useMemo(
    () =>
      found.map((meeting) => ({
        ...meeting,
        heldOn: days.get(meeting.at) ?? (days.has(meeting.at) ? null : meeting.heldOn),
        lines: meeting.lines.map((line) => ({ ...line, kind: kinds.get(line.id) ?? line.kind })),
      })),
    [found, days, kinds],
  );
  return {
    meetings,
    notUnderstood: parsed.notUnderstood,
    asksOrder,
    order,
    setOrder,
    setKind(ids, kind) {
      const next = new Map(kinds);
      for (const id of ids) {
        if (kind === null) next.delete(id);
        else next.set(id, kind);
      }
      setKinds(next);
    },
    setDay: (at, day) => setDays(new Map(days).set(at, day)),
  };
}
