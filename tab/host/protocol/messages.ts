/**
 * The messages between a Teams tab and its host, as teams-js 2.58 posts and reads them
 * (teams-js: internal/communication, internal/messageObjects).
 */
export interface AppRequest {
  readonly id: number;
  /** Preferred over `id`; older versions of teams-js send only that. */
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args: readonly unknown[];
  /** Of nested sign-in: a request of MSAL's, as JSON. */
  readonly data?: string;
}

export interface HostResponse {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly args: readonly unknown[];
}

/** Something the host says by itself: a handler in the app has the name `func`. */
export interface HostEvent {
  readonly func: string;
  readonly args: readonly unknown[];
}

export type HostMessage = HostResponse | HostEvent;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A posted message as a request, or null: other scripts post messages to the same window too. */
export function readRequest(data: unknown): AppRequest | null {
  if (!isRecord(data)) return null;
  const { id, func, args, uuidAsString, data: inner } = data;
  if (typeof id !== 'number' || typeof func !== 'string') return null;
  return {
    id,
    func,
    args: Array.isArray(args) ? args : [],
    ...(typeof uuidAsString === 'string' ? { uuidAsString } : {}),
    ...(typeof inner === 'string' ? { data: inner } : {}),
  };
}

export const responseTo = (request: AppRequest, args: readonly unknown[]): HostResponse => ({
  id: request.id,
  ...(request.uuidAsString === undefined ? {} : { uuidAsString: request.uuidAsString }),
  args,
});

/** A plain object's field when it is a string. */
export function textField(value: unknown, name: string): string | null {
  const field = isRecord(value) ? value[name] : undefined;
  return typeof field === 'string' ? field : null;
}

/** A plain object's field when it is a list; its strings. */
export function textsField(value: unknown, name: string): readonly string[] {
  const field = isRecord(value) ? value[name] : undefined;
  return Array.isArray(field) ? field.filter((one) => typeof one === 'string') : [];
}

export const flag = (value: unknown, name: string): boolean =>
  isRecord(value) && value[name] === true;
