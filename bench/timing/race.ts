/** One way of doing it; the first of a race is the floor. */
export interface Contender {
  readonly name: string;
  /** What it returns is waited for. */
  readonly run: () => unknown;
}

export interface Outcome {
  readonly name: string;
  /** Microseconds of one run: median of all rounds, and from the tenth to the ninetieth of a hundred. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Against the floor of the same round, the median of all rounds. */
  readonly ratio: number;
}

/**
 * Runs the contenders in turn, round after round, so that whatever else the machine does meets all of them;
 * only ratios within a round say something.
 */
export async function race(
  contenders: readonly Contender[],
  rounds: number,
  runs: number,
): Promise<readonly Outcome[]> {
  const times = contenders.map(() => [] as number[]);
  // One round for the compiler, that nobody counts.
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const start = performance.now();
      for (let run = 0; run < runs; run += 1) await contender.run();
      if (round >= 0) times[index]?.push(((performance.now() - start) * 1000) / runs);
    }
  }
  const floor = times[0] ?? [];
  return contenders.map(({ name }, index) => {
    const mine = times[index] ?? [];
    const ratios = mine.map((time, round) => time / (floor[round] ?? time));
    return {
      name,
      median: quantile(mine, 0.5),
      low: quantile(mine, 0.1),
      high: quantile(mine, 0.9),
      ratio: quantile(ratios, 0.5),
    };
  });
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
