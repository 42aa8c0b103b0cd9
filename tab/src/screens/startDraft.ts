import type { PickedPerson } from '@rapport/domain/person';
import type { Minutes, Rhythm } from '@rapport/domain/series';

export const RHYTHMS: readonly Rhythm[] = ['weekly', 'biweekly', 'monthly', 'quarterly'];
export const LENGTHS: readonly Minutes[] = [15, 30, 45, 60];

/** What somebody has filled in so far; kept on the device if they leave by mistake. */
export interface StartDraft {
  readonly report: PickedPerson | null;
  readonly rhythm: Rhythm;
  readonly minutes: Minutes;
  readonly introduction: string;
}

/** Every two weeks, half an hour (PRACTICE A2). */
export const emptyDraft = (introduction: string): StartDraft => ({
  report: null,
  rhythm: 'biweekly',
  minutes: 30,
  introduction,
});

/** A stored draft, or null when it is not one (an older shape, another program's value). */
export function parseDraft(stored: unknown): StartDraft | null {
  if (!isRecord(stored)) return null;
  const rhythm = RHYTHMS.find((known) => known === stored['rhythm']);
  const minutes = LENGTHS.find((known) => known === stored['minutes']);
  const { introduction } = stored;
  if (!rhythm || !minutes || typeof introduction !== 'string') return null;
  return { report: parsePerson(stored['report']), rhythm, minutes, introduction };
}

function parsePerson(stored: unknown): PickedPerson | null {
  if (!isRecord(stored)) return null;
  const { oid, name } = stored;
  return typeof oid === 'string' && typeof name === 'string' ? { oid, name } : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
