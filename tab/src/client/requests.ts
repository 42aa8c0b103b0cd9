import type { AgendaCommand } from '@rapport/domain/agenda';
import type { Http } from './http';

/** Where a series is found. The id may come from a link somebody made: it stays one part of the path. */
export const seriesPath = (seriesId: string): string =>
  `/api/series/${encodeURIComponent(seriesId)}`;

/** Sends one command of the agenda. @returns the version of what it changed */
export async function sendCommand(
  http: Http,
  seriesId: string,
  commandId: string,
  command: AgendaCommand,
): Promise<number> {
  const { method, path, body } = requestOf(command);
  const answer = await http.send<{ version: number }>(
    method,
    `${seriesPath(seriesId)}/${path}`,
    body,
    commandId,
  );
  return answer.version;
}

function requestOf(command: AgendaCommand): {
  method: 'POST' | 'PATCH';
  path: string;
  body: object;
} {
  const { id } = command;
  if (command.type === 'shareTopic') {
    return { method: 'POST', path: `private-topics/${id}/share`, body: {} };
  }
  const list = command.list === 'shared' ? 'topics' : 'private-topics';
  switch (command.type) {
    case 'addTopic':
      return { method: 'POST', path: list, body: { id, text: command.text } };
    case 'editTopic':
      return {
        method: 'PATCH',
        path: `${list}/${id}`,
        body: { text: command.text, version: command.version },
      };
    case 'removeTopic':
      return { method: 'POST', path: `${list}/${id}/remove`, body: { version: command.version } };
    case 'restoreTopic':
      return { method: 'POST', path: `${list}/${id}/restore`, body: { text: command.text } };
    case 'moveTopic':
      return { method: 'POST', path: `${list}/${id}/move`, body: { after: command.after } };
  }
}
