import type { AgendaCommand, Page } from '@rapport/domain/agenda';
import type { Http } from './http';
import type { Answered } from './known';

/** Where a series is found. The id may come from a link somebody made: it stays one part of the path. */
export const seriesPath = (seriesId: string): string =>
  `/api/series/${encodeURIComponent(seriesId)}`;

/** Sends one command of the agenda. @returns the version of what it changed, and the one before */
export function sendCommand(
  http: Http,
  seriesId: string,
  commandId: string,
  command: AgendaCommand,
): Promise<Answered> {
  const { method, path, body } = requestOf(command);
  return http.send(method, `${seriesPath(seriesId)}/${path}`, body, commandId);
}

interface Request {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: object;
}

const NOUNS: Readonly<Record<string, string>> = {
  Topic: 'topics',
  Note: 'notes',
  Action: 'actions',
  Feedback: 'private-feedback',
  Wish: 'wishes',
  Question: 'questions',
};
const VERBS: Readonly<Record<string, string>> = {
  finish: 'done',
  discuss: 'discussed',
  say: 'said',
  mark: 'level',
  assign: 'owner',
};
/** Commands that are not about a line. */
const WHOLE: Readonly<Record<string, string>> = {
  prepareMeeting: 'meeting/prepare',
  startMeeting: 'meeting/start',
  cancelStart: 'meeting/cancel-start',
  openTopic: 'meeting/topic',
  wrapUp: 'meeting/wrap-up',
  resumeMeeting: 'meeting/resume',
  finishMeeting: 'meeting/finish',
  hideQuestion: 'hidden-questions',
};

/**
 * Where a command goes: `removeNote` on the own page is `private-notes/{id}/remove`. Its body is what the
 * command says besides that. One rule instead of a case for each: the panel's first load pays for every line.
 */
function requestOf(command: AgendaCommand): Request {
  const { type, ...said } = command;
  const whole = WHOLE[type];
  if (whole) return { method: 'POST', path: whole, body: said };
  const [, verb = '', noun = ''] = /^([a-z]+)([A-Z]\w+)$/.exec(type) ?? [];
  const { id, page, ...body } = said as { id: string; page?: Page };
  const own = verb === 'share' || (page === 'onlyMe' && noun !== 'Action') ? 'private-' : '';
  const list = own + (NOUNS[noun] ?? '');
  if (verb === 'add') return { method: 'POST', path: list, body: { id, ...body } };
  if (verb === 'edit') return { method: 'PATCH', path: `${list}/${id}`, body };
  return { method: 'POST', path: `${list}/${id}/${VERBS[verb] ?? verb}`, body };
}
