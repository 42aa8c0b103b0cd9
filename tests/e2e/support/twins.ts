import type axe from 'axe-core';
import type { Frame } from 'playwright-core';

/**
 * Buttons that nobody can tell apart by what they are called, although they do different things: in one list, or in
 * one named part of the page. Each on a line, with where it stands. axe has no such rule; WCAG 2.4.6 asks for it.
 * The frame has axe-core in it already.
 */
export const findTwins = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const { axe: core } = window as unknown as { axe: typeof axe };
    const LISTS = 'ul, ol, [role=list]';
    const PARTS =
      ':is(section, article, form, [role=group], [role=region]):is([aria-label], [aria-labelledby]), ' +
      'fieldset, main, body';
    const called = (element: Element): string => core.commons.text.accessibleText(element);
    /** Every list around it, and the part of the page with a name of its own. */
    const places = (button: Element): Element[] => {
      const found = [button.closest(PARTS)];
      let list = button.closest(LISTS);
      while (list) {
        found.push(list);
        list = list.parentElement?.closest(LISTS) ?? null;
      }
      return found.filter((place) => place !== null);
    };
    core.setup(document);
    try {
      const seen = new Map<Element, Set<string>>();
      const twins = new Set<string>();
      for (const button of document.querySelectorAll('button, summary, [role=button]')) {
        if (!button.checkVisibility({ visibilityProperty: true })) continue;
        const name = called(button);
        for (const place of places(button)) {
          const names = seen.get(place) ?? new Set();
          if (names.has(name)) {
            twins.add(`"${name}" twice in ${place.tagName.toLowerCase()} ${place.className}`);
          }
          seen.set(place, names.add(name));
        }
      }
      return [...twins];
    } finally {
      core.teardown();
    }
  });
