import { applyToTopics, type AgendaCommand } from '@rapport/domain/agenda';
import type { Role } from '@rapport/domain/person';
import { isLive, liveTopics, type Topic, type TopicEntry } from '@rapport/domain/topic';

/** The agenda as the domain's own functions make it of what the api accepted, each command once. */
export class Expected {
  private shared: readonly TopicEntry[] = [];
  private readonly pages = new Map<string, readonly TopicEntry[]>();

  apply(person: string, commandId: string, command: AgendaCommand): void {
    const by: Role = person === 'maya' ? 'manager' : 'report';
    const doing = { by, commandId, at: '2026-03-02T09:00:00.000Z' };
    const page = this.pages.get(person) ?? [];
    if (command.type === 'shareTopic') {
      const topic = page.filter(isLive).find(({ id }) => id === command.id);
      if (!topic) throw new Error('the api shared what is not there');
      this.shared = applyToTopics(
        this.shared,
        { ...topic, type: 'addTopic' },
        { ...doing, commandId: topic.version },
      );
      this.pages.set(
        person,
        page.filter((entry) => entry !== topic),
      );
    } else if (command.list === 'shared') this.shared = applyToTopics(this.shared, command, doing);
    else this.pages.set(person, applyToTopics(page, command, doing));
  }

  agenda = (): string[] => said(liveTopics(this.shared));
  onlyMe = (person: string): string[] => said(liveTopics(this.pages.get(person) ?? []));
}

/** Topics as they are compared: which one, and what it says. */
export const said = (topics: readonly Topic[]): string[] =>
  topics.map(({ id, text }) => `${id} ${text}`);
