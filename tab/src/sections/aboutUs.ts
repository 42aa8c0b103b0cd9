import type { Subject, ValueCommand } from '@rapport/domain/aboutUs';
import type { Shape } from '@rapport/domain/shape';
import type { RapportClient } from '../client/state';

export const ABOUT_US = 'about-us';

/** Rhythm, length, format, labels, introduction; what is left out stays. */
export async function shape(
  client: RapportClient,
  seriesId: string,
  change: Partial<Shape>,
): Promise<void> {
  await client.writeTo(seriesId, '', change, 'PATCH');
  await client.follow(seriesId, ABOUT_US).refresh();
}

/** @param text null: skipped, or taken back */
export async function answerSubject(
  client: RapportClient,
  seriesId: string,
  subject: Subject,
  text: string | null,
): Promise<void> {
  await client.writeTo(seriesId, `${ABOUT_US}/${subject}`, { text }, 'PUT');
  await client.follow(seriesId, ABOUT_US).refresh();
}

export async function changeValues(
  client: RapportClient,
  seriesId: string,
  { type, ...command }: ValueCommand,
): Promise<void> {
  const { id: line, ...rest } = command;
  if (type === 'add') await client.writeTo(seriesId, 'values', command);
  else if (type === 'edit') await client.writeTo(seriesId, `values/${line}`, rest, 'PATCH');
  else await client.writeTo(seriesId, `values/${line}/remove`, rest);
  await client.follow(seriesId, ABOUT_US).refresh();
}
