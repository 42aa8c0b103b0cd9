import { useLayoutEffect, type RefObject } from 'react';

/**
 * Pressing a button may end what it stood in. The focus then goes to the region around (`tabIndex` -1)
 * instead of the top of the document, so that the next Tab goes on from there.
 */
export function useHeldFocus(region: RefObject<HTMLElement>): void {
  const focused = document.activeElement;
  const held = region.current?.contains(focused) ? focused : null;
  useLayoutEffect(() => {
    if (!held || held.isConnected) return;
    // Something closer to it may have taken the focus already.
    if (region.current?.contains(document.activeElement)) return;
    region.current?.focus({ preventScroll: true });
  });
}
