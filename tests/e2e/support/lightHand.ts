import type { BrowserContext, Frame, Page } from 'playwright-core';

/** Something that happened on a screen without its person doing it (PRACTICE A9). */
export interface Happening {
  readonly kind: 'moved' | 'focus' | 'prompt' | 'sound';
  readonly what: string;
}

/** What one's own press may still bring about. */
const OWN_MS = 1000;

/**
 * Notes, in every page of Rapport of this context, what a person did not cause: rows that move (the browser's
 * own layout shifts), focus that goes somewhere, anything that opens over the page or asks, and sounds.
 */
export async function watchLightHand(context: BrowserContext): Promise<void> {
  await context.addInitScript((ownMs: number) => {
    if (!/^\/(panel|tab)$/.test(location.pathname)) return;
    const happenings: { kind: string; what: string }[] = [];
    Reflect.set(window, 'rapportHappenings', happenings);
    let lastInput = -Infinity;
    const own = (at: number): boolean => at - lastInput < ownMs;
    for (const type of ['keydown', 'pointerdown']) {
      addEventListener(type, () => (lastInput = performance.now()), { capture: true });
    }
    const nameOf = (node: Node | null | undefined): string => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `${element?.tagName ?? 'nothing'} ${(element?.textContent ?? '').slice(0, 60)}`;
    };
    const note = (kind: string, what: string, at = performance.now()): void => {
      if (!own(at)) happenings.push({ kind, what });
    };
    // The browser tells of a shift when it finds the time: what counts is when rows moved.
    const noteShifts = (entries: PerformanceEntryList): void => {
      for (const entry of entries) {
        const sources = (Reflect.get(entry, 'sources') ?? []) as { node: Node | null }[];
        note('moved', sources.map(({ node }) => nameOf(node)).join(' | '), entry.startTime);
      }
    };
    const shifts = new PerformanceObserver((list) => noteShifts(list.getEntries()));
    shifts.observe({ type: 'layout-shift' });
    Reflect.set(window, 'rapportShifts', () => noteShifts(shifts.takeRecords()));
    addEventListener('focusin', (event) => note('focus', nameOf(event.target as Node)), {
      capture: true,
    });
    const PROMPT = 'dialog,[role=dialog],[role=alertdialog],[role=alert],[popover]';
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(node instanceof Element)) continue;
        const found = node.matches(PROMPT) ? node : node.querySelector(PROMPT);
        if (found) note('prompt', nameOf(found));
        if (node.querySelector('audio,video') ?? node.matches('audio,video'))
          note('sound', nameOf(node));
      }
    }).observe(document, { subtree: true, childList: true });
  }, OWN_MS);
}

/** What happened in the Rapport of this page since it was last asked, all of it drawn. */
export async function happeningsIn(page: Page): Promise<Happening[]> {
  const isRapport = (frame: Frame): boolean => /\/(panel|tab)$/.test(new URL(frame.url()).pathname);
  const frame = page.frames().find(isRapport);
  if (!frame) throw new Error('there is no Rapport on this page');
  return frame.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    (Reflect.get(window, 'rapportShifts') as () => void)();
    const all = Reflect.get(window, 'rapportHappenings') as Happening[];
    return all.splice(0);
  });
}
