interface Identified {
  readonly id: string;
}

/** The id that stands before this one, or null when it is the first. */
export function predecessor(rows: readonly Identified[], id: string): string | null {
  const index = rows.findIndex((row) => row.id === id);
  return rows[index - 1]?.id ?? null;
}

/** After which row one stands once it moved a step; undefined when there is no such step. */
export function stepTarget(
  rows: readonly Identified[],
  index: number,
  by: -1 | 1,
): string | null | undefined {
  const target = index + by;
  if (target < 0 || target >= rows.length) return undefined;
  return by === 1 ? rows[target]?.id : (rows[target - 1]?.id ?? null);
}
