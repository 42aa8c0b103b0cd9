import type { Reminder } from '@rapport/domain/reminder';
import { createHash } from 'node:crypto';
import type { Partition, Placing } from '../documents/documents';

/** Buckets of each hour: what is due in one hour is more than one partition should hold. */
export const SHARDS = 16;

export const REMINDER_KIND = 'reminder';

const DAY_MS = 24 * 60 * 60_000;
export const HOUR_MS = 60 * 60_000;

/** An hour, in which times sort as text: `2026-11-02T09`. */
export type Hour = string;

export const hourOf = (at: string): Hour => at.slice(0, 13);
/** The hour so many hours later. */
export const hoursAfter = (hour: Hour, hours: number): Hour =>
  hourOf(new Date(Date.parse(`${hour}:00:00.000Z`) + hours * HOUR_MS).toISOString());

/** Everything of a series lies in one shard, so that laying it down asks for one mark. */
export const shardOf = (series: string): number =>
  createHash('sha256').update(series).digest().readUInt8() % SHARDS;

const twoDigits = (shard: number): string => String(shard).padStart(2, '0');

/** Where the reminders of an hour lie; all of it ends on the shard, whose key seals them (sealing/sealer.ts). */
export const bucketPartition = (
  hour: Hour,
  shard: number,
): Pick<Partition, 'container' | 'key'> => ({
  container: 'reminders',
  key: `${hour}.${twoDigits(shard)}`,
});

export const markPartition = (shard: number): Partition => ({
  container: 'reminders',
  key: `mark.${twoDigits(shard)}`,
  tenant: 'reminders',
});

/** So named that what is due first comes first; the same reminder again has the same name. */
export const reminderPlacing = (reminder: Reminder): Placing => {
  const { series, person, kind, about, basis, at, until } = reminder;
  const expires = new Date(Date.parse(until) + DAY_MS).toISOString();
  const name = hashOf([series, person, kind, about, basis]).toString('hex').slice(0, 32);
  const id = `reminder.${at.replaceAll(/[-:.]/g, '')}.${name}`;
  return { id, kind: REMINDER_KIND, schema: 1, expires };
};

/** The same for the same thing to the same person, whichever reminder brings it; at most 2^53 − 1. */
export const chainIdOf = ({ series, person, kind, about }: Reminder): number =>
  hashOf([series, person, kind, about]).readUIntBE(0, 6) * 32 + 1;

const hashOf = (parts: readonly unknown[]): Buffer =>
  createHash('sha256').update(JSON.stringify(parts)).digest();
