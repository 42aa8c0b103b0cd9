import { useEffect, useRef, useState } from 'react';

/** Below this a window has room for one column. */
const NARROW_PX = 560;

/** Whether an element has the width of a phone; follows its size, not the browser window's. */
export function useNarrow<E extends HTMLElement>(): {
  readonly ref: React.RefObject<E>;
  readonly narrow: boolean;
} {
  const ref = useRef<E>(null);
  const [narrow, setNarrow] = useState(() => innerWidth < NARROW_PX);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setNarrow(element.clientWidth < NARROW_PX));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, narrow };
}
