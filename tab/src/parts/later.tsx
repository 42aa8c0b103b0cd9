import { lazy, type ComponentType } from 'react';

const Nothing = () => <></>;

/** When what the first screen does without is fetched all the same, in ms: so that it is there offline. */
const SOON_MS = 1500;

/**
 * A part that is loaded when it is first shown. What does not arrive on a bad connection must not take the
 * agenda away: it is left out, and the next load tries again.
 * @param load its module, with the part as `default`
 * @param soon fetched shortly after the page began, before anybody presses for it
 */
export function later<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  soon = false,
) {
  const loaded = (): Promise<{ default: ComponentType<P> }> =>
    load().catch(() => ({ default: Nothing }));
  if (soon) setTimeout(() => void loaded(), SOON_MS);
  return lazy(loaded);
}
