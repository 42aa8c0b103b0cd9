import {
  createHttpHeaders,
  RestError,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';

/** What happens to one request, in the place of its answer or after it took effect. */
export type Trouble = (
  request: PipelineRequest,
  carry: HttpClient['sendRequest'],
) => Promise<PipelineResponse>;

/** Every request that is about documents meets the next trouble, until there is none left. */
export function withTrouble(carrier: HttpClient, troubles: Trouble[]): HttpClient {
  const carry = carrier.sendRequest.bind(carrier);
  return {
    sendRequest(request) {
      const trouble = isAboutDocuments(request) ? troubles.shift() : undefined;
      return trouble ? trouble(request, carry) : carry(request);
    },
  };
}

const isAboutDocuments = ({ url, headers }: PipelineRequest): boolean =>
  url.includes('/docs') && !headers.has('x-ms-cosmos-is-query-plan-request');

/** An answer instead of doing it. */
export const answers =
  (
    status: number,
    headers: Record<string, string> = {},
    json: unknown = { message: 'trouble' },
  ): Trouble =>
  (request) =>
    Promise.resolve({
      request,
      status,
      headers: createHttpHeaders(headers),
      bodyAsText: JSON.stringify(json),
    });

/** The connection breaks before anything was done. */
export const breaks: Trouble = () =>
  Promise.reject(new RestError('socket hang up', { code: 'ECONNRESET' }));

/** It was done, and nobody hears of it. */
export const breaksAfter: Trouble = async (request, carry) => {
  await carry(request);
  throw new RestError('socket hang up', { code: 'ECONNRESET' });
};

/** No answer, until whoever asked has had enough. */
export const isSilent: Trouble = (request) =>
  new Promise((_, fail) => {
    request.abortSignal?.addEventListener('abort', () => fail(new DOMException('', 'AbortError')));
  });
