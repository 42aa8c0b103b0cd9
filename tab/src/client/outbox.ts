import type { AgendaCommand } from '@rapport/domain/agenda';
import type { DeviceStore } from './deviceStore';
import type { RefusedCommand } from './state';

/** A command on its way: kept on the device until the api has answered. */
export interface Entry {
  readonly commandId: string;
  readonly at: string;
  readonly command: AgendaCommand;
}

/** Entries on the device, in the order in which they were added, by whichever window. */
export interface Kept<T> {
  entries(): readonly T[];
  add(entry: T): void;
  remove(commandId: string): void;
}

export interface Outbox {
  /** Commands that the api has not answered yet. */
  readonly waiting: Kept<Entry>;
  /** Commands it refused for good: kept with their words until the person has seen it. */
  readonly refused: Kept<RefusedCommand>;
  /** Calls back when another window changed one of the two. */
  onChange(listener: () => void): void;
}

const ROOT = 'outbox/';
const rootOf = (seriesId: string): string => `${ROOT}${encodeURIComponent(seriesId)}/`;

export function createOutbox(device: DeviceStore, seriesId: string): Outbox {
  const root = rootOf(seriesId);
  return {
    waiting: keep<Entry>(device, `${root}waiting/`),
    refused: keep<RefusedCommand>(device, `${root}refused/`),
    onChange: (listener) => device.onChange(root, listener),
  };
}

/** Series with something that was typed and not sent: in a window that was closed, or before a restart. */
export const seriesWaiting = (device: DeviceStore): string[] => [
  ...new Set(
    device.keys(ROOT).flatMap((key) => {
      const [, series = '', list] = key.split('/');
      return list === 'waiting' ? [decodeURIComponent(series)] : [];
    }),
  ),
];

/** One key an entry: two windows never overwrite each other's list. */
function keep<T extends { readonly commandId: string; readonly command: AgendaCommand }>(
  device: DeviceStore,
  prefix: string,
): Kept<T> {
  const keyOf = (commandId: string): string | undefined =>
    device.keys(prefix).find((key) => key.endsWith(commandId));

  return {
    entries: () => device.keys(prefix).flatMap((key) => parsed<T>(device.read(key))),
    add(entry) {
      // After everything that waits, also within one millisecond, and when the machine's clock was set back.
      const last = Number(device.keys(prefix).at(-1)?.slice(prefix.length).split('.')[0] ?? 0);
      const place = Math.max(last + 1, Date.now() * 1000);
      device.write(
        `${prefix}${String(place).padStart(17, '0')}.${entry.commandId}`,
        JSON.stringify(entry),
      );
    },
    remove(commandId) {
      const key = keyOf(commandId);
      if (key) device.remove(key);
    },
  };
}

const KNOWN: Readonly<Record<AgendaCommand['type'], true>> = {
  addTopic: true,
  editTopic: true,
  removeTopic: true,
  restoreTopic: true,
  moveTopic: true,
  shareTopic: true,
  shareNote: true,
  discussTopic: true,
  keepTopic: true,
  addQuestion: true,
  editQuestion: true,
  removeQuestion: true,
  restoreQuestion: true,
  hideQuestion: true,
  markTopic: true,
  addNote: true,
  editNote: true,
  removeNote: true,
  restoreNote: true,
  disputeNote: true,
  addAction: true,
  editAction: true,
  removeAction: true,
  restoreAction: true,
  assignAction: true,
  finishAction: true,
  disputeAction: true,
  addFeedback: true,
  editFeedback: true,
  removeFeedback: true,
  restoreFeedback: true,
  giveFeedback: true,
  keepFeedback: true,
  sayFeedback: true,
  deferFeedback: true,
  prepareMeeting: true,
  startMeeting: true,
  cancelStart: true,
  openTopic: true,
  wrapUp: true,
  resumeMeeting: true,
  addWish: true,
  removeWish: true,
  restoreWish: true,
  finishMeeting: true,
};

/**
 * What cannot be read is left where it lies and keeps nothing else from being sent: a damaged value, or the
 * command of a newer version of the tab that is open beside this one.
 */
function parsed<T extends { readonly command: AgendaCommand }>(text: string | null): T[] {
  try {
    const entry = JSON.parse(text ?? '') as T;
    return Object.hasOwn(KNOWN, entry.command.type) ? [entry] : [];
  } catch {
    return [];
  }
}
