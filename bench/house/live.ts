import type { Nudge } from '@rapport/api/ports/nudge';
import type { Answer, House } from './house';
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
  const nudges = new Map<string, Nudge[]>(people.map((person) => [person, []]));
  for (const person of people) {
    const id = house.personOf(person);
    house.onNudge((to, nudge) => void (to === id && nudges.get(person)?.push(nudge)));
  }
  let written: Answer['json'] = {};
  house.onWritten((answer) => void (written = answer));
  let now = 0;
  return {
    async open() {
      for (const panel of panels.values()) {
        await panel.open();
        await panel.connected();
      }
    },
    async step({ person, route, do: act }) {
      for (const heard of nudges.values()) heard.length = 0;
      await act();
      // What comes while the answer is under way is looked at after it.
      await panels.get(person)?.answered(route, written);
      for (const [nudged, panel] of panels) {
        for (const nudge of nudges.get(nudged) ?? []) await panel.nudged(nudge);
      }
    },
    async wait(ms) {
      now += ms;
      for (const panel of panels.values()) await panel.passTo(now);
    },
  };
}
