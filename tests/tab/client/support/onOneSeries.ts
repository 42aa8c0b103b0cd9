import { jest } from '@jest/globals';
import type { Page } from '@rapport/domain/agenda';
import type { Topic } from '@rapport/domain/topic';
import { randomUUID } from 'node:crypto';
import { startTogether, view, type Started } from '../../../api/support/story';
import { openWorld, type World } from '../../../api/support/world';
import type { OpenWindow } from './device';
import { letArrive, twoDevices, type Setting } from './story';
import { holdTimers } from './time';

/** Maya and Ravi, a new series of theirs for each test, and a device each: to be opened and ended by the hooks. */
export function onOneSeries() {
  let world: World;
  let series: Started;
  let setting: Setting;
  return {
    get world() {
      return world;
    },
    get series() {
      return series;
    },
    get network() {
      return setting.network;
    },
    get maya() {
      return setting.maya;
    },
    get ravi() {
      return setting.ravi;
    },
    async open(): Promise<void> {
      world = await openWorld();
    },
    close: (): Promise<void> => world.close(),
    async begin(): Promise<void> {
      holdTimers();
      series = await startTogether(world);
      setting = await twoDevices(world);
    },
    async end(): Promise<void> {
      for (const { windows } of [setting.maya, setting.ravi]) {
        windows.forEach((window) => window.close());
      }
      jest.useRealTimers();
      await world.ok('ravi', 'leaveSeries', { params: series.params });
    },
    /** A window of this person's device, with the agenda read. */
    async openFor(person: 'maya' | 'ravi'): Promise<OpenWindow> {
      const window = setting[person].open(series.seriesId);
      await letArrive(setting.network);
      return window;
    },
    /** What the api itself gives this person of the shared agenda. */
    async agendaOf(person: string): Promise<string[]> {
      const { topics } = (await view(world, person, series)).json as { topics: Topic[] };
      return topics.map(({ text }) => text);
    },
  };
}

/** Types a topic. @returns its id */
export function add(window: OpenWindow, text: string, page: Page = 'shared'): string {
  const id = randomUUID();
  window.give({ type: 'addTopic', page, id, text });
  return id;
}

function shown({ now }: OpenWindow, page: Page): readonly Topic[] {
  if (now.reading.status !== 'ready') throw new Error(now.reading.status);
  return page === 'shared' ? now.reading.value.topics : now.reading.value.onlyMe.topics;
}

/** The words a window shows, in order. */
export const said = (window: OpenWindow, page: Page = 'shared'): string[] =>
  shown(window, page).map(({ text }) => text);

export const idsOf = (window: OpenWindow): string[] => shown(window, 'shared').map(({ id }) => id);

export const versionOf = (window: OpenWindow, id: string): string =>
  shown(window, 'shared').find((topic) => topic.id === id)?.version ?? '';
