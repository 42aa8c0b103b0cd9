import { mkdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { teamsData, type TeamsData } from './schema';

const EMPTY: TeamsData = {
  format: 1,
  installations: [],
  messages: [],
  guide: { dismissed: false, marks: [] },
};

export interface TeamsFile {
  readonly data: TeamsData;
  /** Applies a change and resolves once it is on disk; changes wait for each other. */
  change(apply: (data: TeamsData) => TeamsData): Promise<void>;
}

/** @throws one clear sentence when the file is none of ours */
function load(path: string): TeamsData {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY;
    throw error;
  }
  try {
    return teamsData.parse(JSON.parse(text));
  } catch {
    throw new Error(`${path} is not readable as the state of the local Teams; move it away.`);
  }
}

/** Opens `teams.json` in a folder; a crash leaves the old file or the new one, never half of one. */
export function openTeamsFile(folder: string): TeamsFile {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'teams.json');
  let data = load(path);
  let last: Promise<void> = Promise.resolve();

  async function write(next: TeamsData): Promise<void> {
    const handle = await open(`${path}.new`, 'w', 0o600);
    try {
      await handle.writeFile(JSON.stringify(next));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.new`, path);
  }

  return {
    get data() {
      return data;
    },
    change(apply) {
      const done = last.then(async () => {
        const next = apply(data);
        if (next === data) return;
        await write(next);
        data = next;
      });
      last = done.catch(() => undefined);
      return done;
    },
  };
}
