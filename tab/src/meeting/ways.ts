import type { AgendaCommand } from '@rapport/domain/agenda';
import type { SeriesView } from '@rapport/domain/series';
import type { Dispatch, SetStateAction } from 'react';
import type { RapportClient, SeriesStore } from '../client/state';
import type { HostAdapter } from '../hosts/hostAdapter';
import { atAgenda, type Place } from './place';

/** A host that does not say when its meeting ends keeps nobody waiting. */
const PATIENCE_MS = 800;

/** What somebody can do about where this device is in a meeting. */
export interface Ways {
  /** The agenda's store for what is done on this device: whoever goes on working has gone on. */
  readonly store: SeriesStore;
  readonly start: () => void;
  /** Unfolds a topic on this device, or folds it. In a call it begins the meeting where nobody did. */
  readonly toggle: (topic: string) => void;
  readonly wrapUp: () => void;
  /** Follows the other one to the end of the meeting. */
  readonly goToEnd: () => void;
  readonly resume: () => void;
  readonly finish: (nextAt: string | null) => void;
  /** Goes on to the next agenda after the other one finished. */
  readonly goOn: () => void;
  readonly dismiss: () => void;
}

interface Parts {
  readonly store: SeriesStore;
  readonly host: Pick<HostAdapter, 'context' | 'meetingEnd'>;
  readonly client: Pick<RapportClient, 'now'>;
  /** How things stand when somebody presses something. */
  readonly now: () => { readonly place: Place; readonly view: SeriesView; readonly over: boolean };
  readonly move: (change: Partial<Place>) => void;
  readonly setFinished: (number: number | null) => void;
  readonly setMoves: Dispatch<SetStateAction<number>>;
}

/** The ways from one place of a meeting to the next: each moves this device, and tells the api what it means. */
export function createWays({ store, host, client, now, move, ...set }: Parts): Ways {
  const meeting = () => now().view.meeting;
  const send = (type: 'wrapUp' | 'resumeMeeting') => store.send({ type, number: meeting().number });
  const begin = async (then: () => AgendaCommand | null): Promise<void> => {
    const said = await inTime(host.meetingEnd());
    const endsAt = said !== null && Date.parse(said) > client.now() ? said : null;
    store.send({ type: 'startMeeting', number: meeting().number, endsAt });
    const next = then();
    if (next) store.send(next);
  };
  const leaveFor = (next: number) => move(atAgenda(next));
  const goOn = () => {
    set.setFinished(now().place.number);
    leaveFor(meeting().number);
  };
  const doing = (type: AgendaCommand['type'] | 'undo') => {
    if (now().over) goOn();
    if (type === 'moveTopic' || type === 'undo') set.setMoves((times) => times + 1);
  };
  return {
    store: {
      ...store,
      send(...commands: readonly AgendaCommand[]) {
        for (const { type } of commands) doing(type);
        store.send(...commands);
      },
      undo() {
        doing('undo');
        store.undo();
      },
    },
    start: () => void begin(() => null),
    toggle(id: string) {
      const { number: current, state, topic: at, by } = meeting();
      const open = (): AgendaCommand => ({ type: 'openTopic', number: current, topic: id });
      if (now().over) {
        if (now().place.topic === id) move({ topic: null });
        else goOn();
        return;
      }
      if (now().place.topic === id) {
        const mine = at === id && by === now().view.me;
        move({ topic: null });
        if (mine) store.send({ type: 'openTopic', number: current, topic: null });
      } else if (at === id) {
        move({ topic: id });
      } else {
        move({ topic: id });
        // In a call the two are together; elsewhere it may be days before, to write something down (C4).
        const together = host.context.place.kind === 'panel';
        if (state !== 'planned') store.send(open());
        else if (together) void begin(() => (now().place.topic === id ? open() : null));
      }
      set.setFinished(null);
    },
    wrapUp() {
      move({ at: 'end', topic: null });
      send('wrapUp');
    },
    goToEnd: () => move({ at: 'end', topic: null }),
    resume() {
      move({ at: 'agenda' });
      send('resumeMeeting');
    },
    finish(nextAt: string | null) {
      const { number: current } = meeting();
      leaveFor(current + 1);
      set.setFinished(current);
      const offset = nextAt === null ? undefined : -new Date(nextAt).getTimezoneOffset();
      store.send({ type: 'finishMeeting', number: current, nextAt, offset });
    },
    goOn,
    dismiss: () => set.setFinished(null),
  };
}

/** What the host says in time; null when it does not, or cannot. */
async function inTime(answer: Promise<string | null>): Promise<string | null> {
  const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
  return Promise.race([answer.catch(() => null), late]);
}
