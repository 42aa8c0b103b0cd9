import type { SeriesView } from '@rapport/domain/series';
import type { Role } from '@rapport/domain/person';
import { useMemo, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useApp } from '../parts/useApp';
import { boxesIn, withPromises, type BoxChoices, type OpenBox } from './boxes';
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
  readonly boxes: readonly OpenBox[];
  readonly onAgenda: boolean;
  setOnAgenda(on: boolean): void;
  /** @param owner whose promise the line becomes; null: it stays in the notes */
  setBoxOwner(id: string, owner: Role | null): void;
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
  const [choices, setChoices] = useState<BoxChoices>(() => ({
    onAgenda: false,
    owners: new Map(),
    seed: crypto.randomUUID(),
  }));
  const parsed = useMemo(() => parseNotes(text), [text]);
  const today = dayIn(client.now());
  const manager = view.manager.name;
  const report = view.report?.name ?? null;
  const found = useMemo(() => {
    const reading = { dating: { today, locale, order }, people: { manager, report } };
    return planMeetings(parsed.pieces, reading);
  }, [parsed, today, locale, order, manager, report]);
  const asksOrder = useMemo(
    () => order !== null || found.some(({ unsure }) => unsure === 'order'),
    [found, order],
  );
  const meetings = useMemo(
    () =>
      withPromises(
        found.map((meeting) => ({
          ...meeting,
          heldOn: days.get(meeting.at) ?? (days.has(meeting.at) ? null : meeting.heldOn),
          lines: meeting.lines.map((line) => ({ ...line, kind: kinds.get(line.id) ?? line.kind })),
        })),
        choices,
      ),
    [found, days, kinds, choices],
  );
  const boxes = useMemo(() => boxesIn(meetings, choices), [meetings, choices]);
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
    boxes,
    onAgenda: choices.onAgenda,
    setOnAgenda: (onAgenda) => setChoices({ ...choices, onAgenda }),
    setBoxOwner: (id, owner) =>
      setChoices({ ...choices, owners: new Map(choices.owners).set(id, owner) }),
  };
}
