import {
  applyToLines,
  isLineCommand,
  type AgendaCommand,
  type Lines,
} from '@rapport/domain/agenda';
import type { Role } from '@rapport/domain/person';
import { isLive, liveTopics, type Topic } from '@rapport/domain/topic';

const EMPTY: Lines = { topics: [], notes: [] };

/** The agenda as the domain's own functions make it of what the api accepted, each command once. */
export class Expected {
  private shared = EMPTY;
  private readonly pages = new Map<string, Lines>();

  apply(person: string, commandId: string, command: AgendaCommand): void {
    const by: Role = person === 'maya' ? 'manager' : 'report';
    const doing = { by, commandId, at: '2026-03-02T09:00:00.000Z' };
    const page = this.pages.get(person) ?? EMPTY;
    if (command.type === 'shareTopic') {
      const topic = liveTopics(page.topics).find(({ id }) => id === command.id);
      if (!topic) throw new Error('the api shared what is not there');
      this.shared = applyToLines(
        this.shared,
        { ...topic, type: 'addTopic' },
        { ...doing, commandId: topic.version },
      );
      const topics = page.topics.filter((entry) => !isLive(entry) || entry !== topic);
      this.pages.set(person, { ...page, topics });
    } else if (!isLineCommand(command)) {
      throw new Error('only lines are compared here');
    } else if (command.page === 'shared') {
      this.shared = applyToLines(this.shared, command, doing);
    } else this.pages.set(person, applyToLines(page, command, doing));
  }

  agenda = (): string[] => said(liveTopics(this.shared.topics));
  onlyMe = (person: string): string[] => said(liveTopics((this.pages.get(person) ?? EMPTY).topics));
}

/** Topics as they are compared: which one, and what it says. */
export const said = (topics: readonly Topic[]): string[] =>
  topics.map(({ id, text }) => `${id} ${text}`);
