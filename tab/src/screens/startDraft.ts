import type { PickedPerson } from '@rapport/domain/person';
import type { Minutes, Rhythm } from '@rapport/domain/series';
import type { Format, Labels } from '@rapport/domain/shape';

export const RHYTHMS: readonly Rhythm[] = ['weekly', 'biweekly', 'monthly', 'quarterly'];
export const LENGTHS: readonly Minutes[] = [15, 30, 45, 60];
export const FORMATS: readonly Format[] = ['free', 'structured'];
export const LABELS: readonly Labels[] = ['manager', 'lead', 'mentor'];

/** How two people meet. */
export interface Shape {
  readonly rhythm: Rhythm;
  readonly minutes: Minutes;
  readonly format: Format;
  readonly labels: Labels;
}

/** What somebody has filled in so far; kept on the device if they leave by mistake. */
export interface StartDraft extends Shape {
  readonly report: PickedPerson | null;
  /** With its placeholders: it is kept for the next 1:1. */
  readonly introduction: string;
}

/** Every two weeks, half an hour (PRACTICE A2). */
export const emptyDraft = (introduction: string): StartDraft => ({
  report: null,
  rhythm: 'biweekly',
  minutes: 30,
  introduction,
  format: 'free',
  labels: 'manager',
});

/** A stored draft, or null when it is not one (an older shape, another program's value). */
export function parseDraft(stored: unknown): StartDraft | null {
  if (!isRecord(stored)) return null;
  const rhythm = RHYTHMS.find((known) => known === stored['rhythm']);
  const minutes = LENGTHS.find((known) => known === stored['minutes']);
  const format = FORMATS.find((known) => known === stored['format']);
  const labels = LABELS.find((known) => known === stored['labels']);
  const { introduction } = stored;
  if (!format || !labels) return null;
  if (!rhythm || !minutes || typeof introduction !== 'string') return null;
  const report = parsePerson(stored['report']);
  return { report, rhythm, minutes, introduction, format, labels };
}

function parsePerson(stored: unknown): PickedPerson | null {
  if (!isRecord(stored)) return null;
  const { oid, name } = stored;
  return typeof oid === 'string' && typeof name === 'string' ? { oid, name } : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
