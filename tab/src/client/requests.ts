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

interface Request {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: object;
}

/** Where each command goes; below it the body is what is left of the command. */
function requestOf(command: AgendaCommand): Request {
  const post = (path: string, body: object): Request => ({ method: 'POST', path, body });
  const patch = (path: string, body: object): Request => ({ method: 'PATCH', path, body });
  const page = 'page' in command && command.page === 'onlyMe' ? 'private-' : '';
  switch (command.type) {
    case 'addTopic': {
      const { id, text, question = null } = command;
      return post(`${page}topics`, { id, text, question });
    }
    case 'addNote': {
      const { id, text, topic } = command;
      return post(`${page}notes`, { id, text, topic });
    }
    case 'addAction': {
      const { id, text, owner, due } = command;
      return post('actions', { id, text, owner, due });
    }
    case 'editTopic':
      return patch(`${page}topics/${command.id}`, wordsOf(command));
    case 'editNote':
      return patch(`${page}notes/${command.id}`, wordsOf(command));
    case 'editAction': {
      const { owner, due } = command;
      return patch(`actions/${command.id}`, { ...wordsOf(command), owner, due });
    }
    case 'removeTopic':
      return post(`${page}topics/${command.id}/remove`, { version: command.version });
    case 'removeNote':
      return post(`${page}notes/${command.id}/remove`, { version: command.version });
    case 'removeAction':
      return post(`actions/${command.id}/remove`, { version: command.version });
    case 'restoreTopic':
      return post(`${page}topics/${command.id}/restore`, { text: command.text });
    case 'restoreNote':
      return post(`${page}notes/${command.id}/restore`, {
        text: command.text,
        topic: command.topic,
      });
    case 'restoreAction':
      return post(`actions/${command.id}/restore`, {
        text: command.text,
        owner: command.owner,
        due: command.due,
      });
    case 'moveTopic':
      return post(`${page}topics/${command.id}/move`, { after: command.after });
    case 'discussTopic':
      return post(`topics/${command.id}/discussed`, { discussed: command.discussed });
    case 'finishAction':
      return post(`actions/${command.id}/done`, { done: command.done });
    case 'shareTopic':
      return post(`private-topics/${command.id}/share`, {});
    case 'addFeedback': {
      const { id, text, kind } = command;
      return post('private-feedback', { id, text, kind });
    }
    case 'editFeedback':
      return patch(`private-feedback/${command.id}`, { ...wordsOf(command), kind: command.kind });
    case 'removeFeedback':
      return post(`private-feedback/${command.id}/remove`, { version: command.version });
    case 'restoreFeedback': {
      const { text, kind } = command;
      return post(`private-feedback/${command.id}/restore`, { text, kind });
    }
    case 'giveFeedback':
      return post(`private-feedback/${command.id}/give`, { delivery: command.delivery });
    case 'keepFeedback':
      return post(`private-feedback/${command.id}/keep`, {});
    case 'sayFeedback':
      return post(`private-feedback/${command.id}/said`, { said: command.said });
    case 'startMeeting':
      return post('meeting/start', { number: command.number, endsAt: command.endsAt });
    case 'openTopic':
      return post('meeting/topic', { number: command.number, topic: command.topic });
    case 'wrapUp':
      return post('meeting/wrap-up', { number: command.number });
    case 'resumeMeeting':
      return post('meeting/resume', { number: command.number });
    case 'finishMeeting':
      return post('meeting/finish', { number: command.number, nextAt: command.nextAt });
  }
}

const wordsOf = ({ text, version }: { readonly text: string; readonly version: string }) => ({
  text,
  version,
});
