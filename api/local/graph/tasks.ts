import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../../ports/clock';
import { tasksFile, type Task, type TaskInput } from './schema';

/** What people of the local directory have to do, in `<dataFolder>/todo.json`. */
export interface Tasks {
  /** The oldest first. */
  of(oid: string): readonly Task[];
  add(oid: string, input: TaskInput): Task;
}

/** @throws when that file is damaged */
export function openTasks(dataFolder: string, clock: Clock): Tasks {
  mkdirSync(dataFolder, { recursive: true });
  const path = join(dataFolder, 'todo.json');
  let all = load(path);
  return {
    of: (oid) => all[oid] ?? [],
    add(oid, input) {
      const task: Task = {
        ...input,
        id: randomUUID(),
        status: 'notStarted',
        createdDateTime: clock.now().toISOString(),
        linkedResources: input.linkedResources ?? [],
      };
      const next = { ...all, [oid]: [...(all[oid] ?? []), task] };
      // The old file or the new one, never half of one.
      writeFileSync(`${path}.new`, JSON.stringify(next), { mode: 0o600 });
      renameSync(`${path}.new`, path);
      all = next;
      return task;
    },
  };
}

function load(path: string): Readonly<Record<string, Task[]>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  return tasksFile.parse(JSON.parse(text));
}
