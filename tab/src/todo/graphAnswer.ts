import { ToDoRefused } from './toDo';

/** What Graph answered; `body` is null where it is no JSON. */
export interface GraphAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Seconds to wait (RFC 9110, 10.2.3), or null. */
  readonly retryAfter: number | null;
}

export async function answerOf(response: Response): Promise<GraphAnswer> {
  const text = await response.text();
  return {
    status: response.status,
    body: parsed(text),
    retryAfter: secondsOf(response.headers.get('retry-after')),
  };
}

/**
 * Why Graph said no (pages "Microsoft Graph error responses", "Microsoft Graph throttling guidance").
 * @param adding whether a task was being added: of what broke on the way nobody knows how far it came
 */
export function refusalOf({ status, body, retryAfter }: GraphAnswer, adding: boolean): ToDoRefused {
  if (status === 401) return new ToDoRefused('signIn', false);
  if (/mailbox/i.test(codeOf(body))) return new ToDoRefused('noMailbox', false);
  if (status === 403) return new ToDoRefused('notAllowed', false);
  if (status === 429) return new ToDoRefused('busy', false, retryAfter);
  if (status === 503 || status === 504) return new ToDoRefused('busy', adding, retryAfter);
  return new ToDoRefused('refused', adding && status >= 500);
}

/** E.g. `MailboxNotEnabledForRESTAPI`, `ErrorNonExistentMailbox`. */
function codeOf(body: unknown): string {
  const error = field(body, 'error');
  const code = field(error, 'code');
  return typeof code === 'string' ? code : '';
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Seconds, or a date. */
function secondsOf(header: string | null): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}
