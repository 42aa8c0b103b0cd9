import { IntlMessageFormat } from 'intl-messageformat';
import { isPlain, type Message } from './words';

/**
 * Messages as the build stores them: parsed, so that the page needs no parser. Plain ones stay as they are.
 * Only the build imports this.
 * @throws SyntaxError on a message that is no ICU message
 */
export function compileMessages(json: string, language: string): Record<string, Message> {
  const messages = JSON.parse(json) as Record<string, string>;
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      isPlain(message) ? message : new IntlMessageFormat(message, language).getAst(),
    ]),
  );
}
