import type { ApiRequest, ApiResponse } from './pipeline';

/** What both a Fetch `Request` and the Functions host's request have. */
interface WebRequest {
  readonly headers: { get(name: string): string | null };
  readonly body: ReadableStream<Uint8Array> | null;
}

/** A web request as the pipeline takes it. */
export const toApiRequest = (
  request: WebRequest,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): ApiRequest => ({
  params: { ...query, ...params },
  header: (name) => request.headers.get(name),
  body: request.body,
});

/** The pipeline's answer as a Fetch `Response`. */
export const toResponse = ({ status, headers, body }: ApiResponse): Response =>
  new Response(body, { status, headers });
