import type { NewSeriesInput, RapportClient } from '../client/state';

const starting = new WeakMap<RapportClient, Map<string, string>>();

/**
 * Sets a series up and binds it to its chat. The same again after a lost answer is the same series, not a
 * second one.
 * @param template the introduction as it is kept for the next one, its placeholders not filled in
 * @returns the new series' id
 */
export async function startSeries(
  client: RapportClient,
  input: NewSeriesInput,
  template: string,
  chatId: string | null,
): Promise<string> {
  const what = JSON.stringify([input, template, chatId]);
  const begun = starting.get(client) ?? new Map<string, string>();
  starting.set(client, begun);
  const id = begun.get(what) ?? crypto.randomUUID();
  begun.set(what, id);
  if (template) await client.keep('PUT', '/api/home/introduction', { introduction: template });
  await client.keep('POST', '/api/series', { id, ...input }, id);
  if (chatId) await client.bindChat(id, chatId);
  begun.delete(what);
  return id;
}
