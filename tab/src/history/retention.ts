import { monthsBefore } from '@rapport/domain/retention';
import type { RetentionMonths } from '@rapport/domain/retention';
import type { RapportClient } from '../client/state';

/** Announces how long what is past is kept; the length that holds takes an announcement back. */
export const setRetention = (
  client: RapportClient,
  seriesId: string,
  months: RetentionMonths,
): Promise<void> => client.writeTo(seriesId, 'retention', { months }, 'PUT');

/** What is older than this goes when that holds. */
export const goesBefore = (from: string, months: RetentionMonths): string =>
  monthsBefore(from, months);
