import { useEffect, useState, type RefObject } from 'react';

/** How long after its last movement a hand may still be about to press, in ms. */
const ABOUT_MS = 1500;

/** True while a mouse moves over the rows or a finger is on them, and shortly after (PRACTICE A9). */
export function useHand(rows: RefObject<HTMLElement>, wanted: boolean): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = rows.current;
    if (!wanted || !element) return undefined;
    let timer = 0;
    const feel = ({ buttons }: PointerEvent) => {
      clearTimeout(timer);
      setNear(true);
      // What is pressed has to be let go before anything moves.
      if (buttons === 0) timer = window.setTimeout(() => setNear(false), ABOUT_MS);
    };
    const types = ['pointermove', 'pointerdown', 'pointerup', 'pointercancel'] as const;
    for (const type of types) element.addEventListener(type, feel, { passive: true });
    return () => {
      clearTimeout(timer);
      setNear(false);
      for (const type of types) element.removeEventListener(type, feel);
    };
  }, [rows, wanted]);
  return near;
}
