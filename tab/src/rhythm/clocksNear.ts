const NIGHT_MS = 12 * 60 * 60_000;

/** Whether the own clock is changed about then: only that night is worth knowing more of zones. */
export function clocksChange(instant: string): boolean {
  const at = Date.parse(instant);
  const [before, after] = [at - NIGHT_MS, at + NIGHT_MS].map((ms) => new Date(ms));
  return before?.getTimezoneOffset() !== after?.getTimezoneOffset();
}
