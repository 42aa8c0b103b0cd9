import { useEffect, useRef, useState, type RefObject } from 'react';
import type * as drag from './drag';

export type Dragging = typeof drag;

/** The dragging code, once it is here: it is fetched after the first paint, buttons and keys work before. */
export function useDragging(): Dragging | null {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./drag').then(
      (module) => wanted && setDragging(module),
      // Without it rows are moved by buttons and keys; the next page load tries again.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return dragging;
}

interface RowDrag {
  readonly id: string;
  readonly group: string;
  readonly onHold: (held: boolean) => void;
  readonly onPlace: (movedId: string, edge: drag.Edge) => void;
}

interface RowDragState {
  readonly row: RefObject<HTMLLIElement>;
  readonly handle: RefObject<HTMLSpanElement>;
  readonly dragged: boolean;
  readonly over: drag.Edge | null;
}

/** One row that can be dragged, and show where another one would land. */
export function useRowDrag(dragging: Dragging | null, props: RowDrag): RowDragState {
  const { id, group } = props;
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [dragged, setDragged] = useState(false);
  const [over, setOver] = useState<drag.Edge | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!dragging || !row.current || !handle.current) return undefined;
    return dragging.makeDraggable({
      row: row.current,
      handle: handle.current,
      id,
      group,
      onDragging: (now) => {
        setDragged(now);
        latest.current.onHold(now);
      },
      onOver: setOver,
      onDrop: (movedId, edge) => latest.current.onPlace(movedId, edge),
    });
  }, [dragging, id, group]);

  return { row, handle, dragged, over };
}
