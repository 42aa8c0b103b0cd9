import { expect } from '@jest/globals';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { PATIENCE_MS, rapportIn } from './browser';

/** What a person does in Rapport, by what they see and hear: labels and roles. */
export interface Rapport {
  readonly frame: FrameLocator;
  readonly box: Locator;
  add(words: string, readers?: RegExp): Promise<void>;
  /** The topics of a group, in the order shown. */
  topics(group: RegExp): Promise<string[]>;
  row(words: string): Locator;
  /** Unfolds what can be done with a topic, and does it. */
  act(words: string, action: RegExp): Promise<void>;
}

export function useRapport(page: Page): Rapport {
  const frame = rapportIn(page);
  const box = frame.getByLabel('New topic');
  const row = (words: string): Locator =>
    frame.locator('li[data-topic]').filter({ hasText: words });
  return {
    frame,
    box,
    row,
    async add(words, readers) {
      if (readers) await frame.getByRole('radio', { name: readers }).check({ force: true });
      await box.fill(words);
      await box.press('Enter');
      await row(words).waitFor();
    },
    topics: (group) =>
      frame.getByRole('region', { name: group }).locator('li[data-topic] > p').allTextContents(),
    async act(words, action) {
      await row(words)
        .getByRole('button', { name: /^More for/ })
        .click();
      await row(words).getByRole('button', { name: action }).click();
    },
  };
}

/** Looks again until it is so: for what arrives from somebody else. */
export async function eventually<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  let found = await look();
  while (JSON.stringify(found) !== JSON.stringify(wanted) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    found = await look();
  }
  expect(found).toEqual(wanted);
}

/**
 * Presses something in a window that the local Teams opened above the frame of Rapport. Until the browser has drawn
 * that window, a mouse there may still reach the frame beneath it, and neither hears of the other's click.
 */
export async function pressAbove(button: Locator): Promise<void> {
  await button.waitFor();
  await button.dispatchEvent('click');
}
