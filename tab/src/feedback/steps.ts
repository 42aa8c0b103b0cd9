import type { AnswerKind, FeedbackView } from '@rapport/domain/feedback';
import type { RapportClient } from '../client/state';

/** The steps of one loop, each shown as soon as it is taken. */
export const openFeedback = (client: RapportClient, seriesId: string, id: string): Promise<void> =>
  step(client, seriesId, id, 'open', {});

export const answerFeedback = (
  client: RapportClient,
  seriesId: string,
  id: string,
  answer: { readonly kind: AnswerKind; readonly words: string | null },
): Promise<void> => step(client, seriesId, id, 'answer', answer);

export const replyToAnswer = (
  client: RapportClient,
  seriesId: string,
  id: string,
  text: string,
): Promise<void> => step(client, seriesId, id, 'reply', { text });

export const closeFeedback = (client: RapportClient, seriesId: string, id: string): Promise<void> =>
  step(client, seriesId, id, 'close', {});

export const takeFeedbackBack = (
  client: RapportClient,
  seriesId: string,
  id: string,
): Promise<void> => step(client, seriesId, id, 'take-back', {});

async function step(
  client: RapportClient,
  seriesId: string,
  id: string,
  name: string,
  body: object,
): Promise<void> {
  await client.writeShared(seriesId, `feedback/${encodeURIComponent(id)}/${name}`, body);
  await client.feedback(seriesId).refresh();
}

interface ClosedPage {
  readonly feedback: readonly FeedbackView[];
  readonly continuation: string | null;
}

/** All that was closed, the latest first. Their ids say nothing of their time: only all can be put in order. */
export async function readClosedFeedback(
  client: Pick<RapportClient, 'readOnce'>,
  seriesId: string,
): Promise<readonly FeedbackView[]> {
  const all: FeedbackView[] = [];
  let page = await client.readOnce<ClosedPage>(seriesId, 'feedback/closed');
  all.push(...page.feedback);
  while (page.continuation !== null) {
    const from = encodeURIComponent(page.continuation);
    page = await client.readOnce<ClosedPage>(seriesId, `feedback/closed?continuation=${from}`);
    all.push(...page.feedback);
  }
  return all.toSorted((a, b) => b.at.localeCompare(a.at, 'en'));
}
