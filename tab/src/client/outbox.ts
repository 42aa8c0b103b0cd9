import type { AgendaCommand } from '@rapport/domain/agenda';
import type { DeviceStore } from './deviceStore';

/** A command on its way: kept on the device until the api has answered. */
export interface Entry {
  readonly commandId: string;
  readonly at: string;
  readonly command: AgendaCommand;
}

/** Commands of one series that the api has not answered yet, in the order they were given. */
export interface Outbox {
  entries(): readonly Entry[];
  add(entry: Entry): void;
  remove(commandId: string): void;
}

/** One key an entry: two windows never overwrite each other's list. */
export function createOutbox(device: DeviceStore, seriesId: string): Outbox {
  const prefix = `outbox/${seriesId}/`;
  let last = 0;
  const keyOf = (commandId: string): string | undefined =>
    device.keys(prefix).find((key) => key.endsWith(commandId));

  return {
    entries: () =>
      device.keys(prefix).flatMap((key) => {
        const text = device.read(key);
        return text === null ? [] : [JSON.parse(text) as Entry];
      }),
    add(entry) {
      // Rises also within one millisecond, and when the machine's clock is set back.
      last = Math.max(last + 1, Date.now() * 1000);
      device.write(
        prefix + `${String(last).padStart(17, '0')}.${entry.commandId}`,
        JSON.stringify(entry),
      );
    },
    remove(commandId) {
      const key = keyOf(commandId);
      if (key) device.remove(key);
    },
  };
}
