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
  readonly until: number;
}

/**
 * Keeps at most `max` keys, each for ten minutes from when it was loaded. Only what was found is kept.
 * @param now milliseconds of a clock that never goes back
 * @param spread by what part of the ten minutes a key may be kept for less, each by its own chance: what many
 * processes have loaded at once they then do not load at once again
 */
export function createKeyCache<T>(max: number, now: () => number, spread = 0): KeyCache<T> {
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
    const since = now();
    const entry = { key: loading, since, until: since + KEPT_MS * (1 - spread * Math.random()) };
    // A new place in the order, if it had one.
    entries.delete(name);
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
      const entry = entries.get(name);
      return entry && entry.until > now() ? entry.key : load(name, find());
    },
    drop: (name) => void entries.delete(name),
  };
}
