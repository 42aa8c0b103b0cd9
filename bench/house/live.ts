import type { House } from './house';
import type { Step } from './meeting';
import type { Pair } from './pair';
import { createPanel, type Panel, type Screen } from './panel';

/** Both have it open: what one writes, both read, as nudges and polling bring it about. */
export interface Live {
  open(): Promise<void>;
  /** Carries out one step and all readings that follow from it. */
  step(step: Step): Promise<void>;
  /** @param ms how much time passes without anybody writing */
  wait(ms: number): Promise<void>;
}

/** A panel that reads is told to read once more, however many nudges come meanwhile (live.ts, `again`). */
const AT_ONCE = 2;

export function createLive(
  house: House,
  { seriesId }: Pair,
  people: readonly [string, string],
  screen: Screen,
): Live {
  const [manager, report] = people;
  const panels = new Map<string, Panel>([
    [manager, createPanel(house, manager, report, seriesId, screen)],
    [report, createPanel(house, report, manager, seriesId, screen)],
  ]);
  const nudges = new Map<string, number>();
  for (const person of people) {
    const id = house.personOf(person);
    house.onNudge((to) => {
      if (to === id) nudges.set(person, Math.min(AT_ONCE, (nudges.get(person) ?? 0) + 1));
    });
  }
  let now = 0;
  return {
    async open() {
      for (const panel of panels.values()) {
        await panel.open();
        await panel.connected();
      }
    },
    async step({ person, do: act }) {
      nudges.clear();
      await act();
      for (const [nudged, times] of [...nudges]) {
        for (let time = 0; time < times; time += 1) await panels.get(nudged)?.nudged();
      }
      await panels.get(person)?.answered();
    },
    async wait(ms) {
      now += ms;
      for (const panel of panels.values()) await panel.passTo(now);
    },
  };
}
