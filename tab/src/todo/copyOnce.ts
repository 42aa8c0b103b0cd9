import type { DeviceStore } from '../client/deviceStore';
import { ToDoRefused, type ToDo, type ToDoTask } from './toDo';

const keyOf = (promise: string): string => `todo/${promise}`;
/** Added; or being added, and nobody said yet whether it was. */
const COPIED = 'copied';
const TRYING = 'trying';

type Remembering = Pick<DeviceStore, 'read' | 'write' | 'remove'>;

/** Whether this device has copied a promise to the person's own list. */
export const isCopied = (device: Pick<DeviceStore, 'read'>, promise: string): boolean =>
  device.read(keyOf(promise)) === COPIED;

/**
 * Copies a promise once: a second press finds the first, and one whose answer was lost looks for it.
 * @param parts.alone runs one at a time across the windows of this device
 * @throws ToDoRefused
 */
export function copyOnce(
  parts: {
    readonly toDo: ToDo;
    readonly device: Remembering;
    readonly alone: (name: string, work: () => Promise<void>) => Promise<void>;
  },
  task: ToDoTask,
): Promise<void> {
  const { toDo, device, alone } = parts;
  const key = keyOf(task.key);
  return alone(`rapport.${key}`, async () => {
    const known = device.read(key);
    if (known === COPIED) return;
    device.write(key, TRYING);
    try {
      await toDo.copy(task, known === TRYING);
    } catch (error) {
      const open = known === TRYING || !(error instanceof ToDoRefused) || error.maybeAdded;
      if (!open) device.remove(key);
      throw error;
    }
    device.write(key, COPIED);
  });
}
