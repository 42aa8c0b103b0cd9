/** One thing that is measured. Adding one: write it, and name it in the list of main.ts. */
export interface Benchmark {
  /** One word, e.g. `cost`: `npm run bench cost` runs it alone, and its JSON stands under this name. */
  readonly name: string;
  /** The question it answers, in one sentence. */
  readonly question: string;
  run(): Promise<Report>;
}

export interface Report {
  readonly tables: readonly Table[];
  /** What was aimed at, and what was measured. */
  readonly aims?: readonly Aim[];
  /** What the numbers rest on, a sentence each. */
  readonly notes?: readonly string[];
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Numbers are printed in three digits and kept whole in the JSON. */
export type Cell = string | number;

/** Held when `measured` is not above `atMost`; both in `unit`. */
export interface Aim {
  readonly what: string;
  readonly measured: number;
  readonly atMost: number;
  readonly unit: string;
}

export const isHeld = ({ measured, atMost }: Aim): boolean => measured <= atMost;
