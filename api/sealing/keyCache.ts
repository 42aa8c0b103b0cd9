/** Unwrapped keys stay in memory no longer than this. */
const KEPT_MS = 10 * 60 * 1000;

export interface KeyCache<T> {
  /** The key kept under `name`, or what `load` finds; two who ask at once share one `load`. */
  get(name: string, load: () => Promise<T | null>): Promise<T | null>;
  drop(name: string): void;
}

interface Entry<T> {
  readonly key: Promise<T | null>;
  readonly since: number;
}

/**
 * Keeps at most `max` keys, each for ten minutes from when it was loaded. Only what was found is kept.
 * @param now milliseconds of a clock that never goes back
 */
export function createKeyCache<T>(max: number, now: () => number): KeyCache<T> {
  // In the order of loading, so the oldest is the first.
  const entries = new Map<string, Entry<T>>();

  function trim(): void {
    const oldest = now() - KEPT_MS;
    for (const [name, { since }] of entries) {
      if (since > oldest && entries.size <= max) return;
      entries.delete(name);
    }
  }

  async function load(name: string, loading: Promise<T | null>): Promise<T | null> {
    const entry = { key: loading, since: now() };
    entries.set(name, entry);
    trim();
    let found: T | null = null;
    try {
      found = await loading;
    } finally {
      // Dropped and loaded anew meanwhile? Then the newer entry is not ours to remove.
      if (found === null && entries.get(name) === entry) entries.delete(name);
    }
    return found;
  }

  return {
    get(name, find) {
      trim();
      return entries.get(name)?.key ?? load(name, find());
    },
    drop: (name) => void entries.delete(name),
  };
}
