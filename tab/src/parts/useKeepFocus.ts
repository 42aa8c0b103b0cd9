import { useLayoutEffect, type RefObject } from 'react';

/**
 * Reordering moves elements in the document, and a moved element loses the focus. Whoever had it before
 * a render gets it back after, also when it was the other person who reordered.
 */
export function useKeepFocus(list: RefObject<HTMLElement>): void {
  const focused = document.activeElement;
  useLayoutEffect(() => {
    if (!(focused instanceof HTMLElement) || document.activeElement === focused) return;
    if (list.current?.contains(focused)) focused.focus({ preventScroll: true });
  });
}
