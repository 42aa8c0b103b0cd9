import { randomUUID } from 'node:crypto';
import { addTopic, start, startTogether, type Started } from '../../support/story';
import type { World } from '../../support/world';
import type { Command } from './command';

/** The two at work: everything goes by the api. */
export class Story {
  constructor(
    readonly world: World,
    readonly series: Started,
  ) {}

  does(who: string, route: string, body: unknown = {}, more: Record<string, string> = {}) {
    return this.world.ok(who, route, { params: { ...this.series.params, ...more }, body });
  }
  /** @returns the id of what was written, and the name of its wording */
  async writes(who: string, route: string, body: object) {
    const [id, version] = [randomUUID(), randomUUID()];
    const { params } = this.series;
    await this.world.ok(who, route, { params, body: { id, ...body }, key: version });
    return { lineId: id, version };
  }
  topic = async (who: string, text: string, route: 'addTopic' | 'addPrivateTopic' = 'addTopic') => {
    const { id, version } = await addTopic(this.world, who, this.series, text, route);
    return { lineId: id, version };
  };
  note = (who: string, text: string, route = 'addNote') =>
    this.writes(who, route, { text, topic: null });
  action = (who: string) => this.writes(who, 'addAction', PROMISE);
  draft = (who: string, text: string) =>
    this.writes(who, 'addPrivateFeedback', { text, ...PRAISE });
  async given(who: string, text: string) {
    const { lineId } = await this.draft(who, text);
    await this.does(who, 'giveFeedback', { delivery: this.sentIn(0) }, { lineId });
    return { lineId };
  }
  async opened(who: string, text: string) {
    const { lineId } = await this.given(who, text);
    await this.does(other(who), 'openFeedback', {}, { lineId });
    return { lineId };
  }
  async answered(who: string, text: string) {
    const { lineId } = await this.opened(who, text);
    await this.does(other(who), 'answerFeedback', { kind: 'question', words: 'When?' }, { lineId });
    return { lineId };
  }
  async closed(who: string, text: string) {
    const { lineId } = await this.writes(who, 'addPrivateFeedback', { text, kind: 'criticism' });
    await this.does(who, 'giveFeedback', { delivery: this.sentIn(0) }, { lineId });
    for (const [route, body] of [
      ['openFeedback', {}],
      ['answerFeedback', { kind: 'thanks', words: null }],
      ['closeFeedback', {}],
    ] as const) {
      await this.does(other(who), route, body, { lineId });
    }
    return { lineId };
  }
  sentIn = (ms: number) => ({
    how: 'send',
    at: new Date(this.world.clock.now().getTime() + ms).toISOString(),
  });
  starts = () => this.does('maya', 'startMeeting', { number: 1, endsAt: null });
  async meets() {
    await this.starts();
    await this.does('ravi', 'finishMeeting', { number: 1, nextAt: null });
  }
}

export const other = (who: string): string => (who === 'maya' ? 'ravi' : 'maya');

export const PROMISE = { text: 'Write the plan', owner: 'report', due: '2026-12-01' };

export const PRAISE = { kind: 'praise' };

export const written = (text: string) => ({ id: randomUUID(), text });

/** A command of two people who are under way. */
export const together = (
  who: Command['who'],
  route: string,
  before: (story: Story) => Promise<{
    lineId?: string;
    importId?: string;
    number?: string;
    body?: unknown;
  }>,
  as?: string,
): Command => ({
  route,
  who,
  ...(as === undefined ? {} : { as }),
  async before(world) {
    const series = await startTogether(world);
    const { body = {}, lineId, importId, number } = await before(new Story(world, series));
    const ids = Object.entries({ lineId, importId, number }).filter(([, id]) => id !== undefined);
    const params = { ...series.params, ...(Object.fromEntries(ids) as Record<string, string>) };
    return { sending: { params, body }, series: [series.seriesId] };
  },
});

/** A command while the other one has not joined. */
export const alone = (
  who: Command['who'],
  route: string,
  before: (story: Story) => Promise<{ params?: Record<string, string>; body?: unknown }>,
  options: { readonly as?: string; readonly input?: Record<string, unknown> } = {},
): Command => ({
  route,
  who,
  ...(options.as === undefined ? {} : { as: options.as }),
  async before(world) {
    const series = await start(world, options.input);
    const { params, body = {} } = await before(new Story(world, series));
    const sending = { params: { ...series.params, ...params }, body };
    return { sending, series: [series.seriesId] };
  },
});
