import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

/** Which side of a row the pointer is nearer to: where a dropped one would land. */
export type Edge = 'above' | 'below';

interface DragRow {
  readonly row: HTMLElement;
  readonly handle: HTMLElement;
  readonly id: string;
  /** Rows are only dropped among those of the same group. */
  readonly group: string;
  readonly onDragging: (dragging: boolean) => void;
  /** The edge to draw the indicator at, or null. */
  readonly onOver: (edge: Edge | null) => void;
  readonly onDrop: (movedId: string, edge: Edge) => void;
}

/** Makes one row draggable and a place to drop others at. @returns what undoes it */
export function makeDraggable({ row, handle, id, group, ...on }: DragRow): () => void {
  const stopDragging = draggable({
    element: row,
    dragHandle: handle,
    getInitialData: () => ({ id, group }),
    onDragStart: () => on.onDragging(true),
    onDrop: () => on.onDragging(false),
  });
  const stopReceiving = dropTargetForElements({
    element: row,
    canDrop: ({ source }) => source.data['group'] === group && source.data['id'] !== id,
    getIsSticky: () => true,
    getData: ({ input }) => ({ edge: edgeAt(row, input.clientY) }),
    onDrag: ({ self }) => on.onOver(edgeOf(self.data)),
    onDragLeave: () => on.onOver(null),
    onDrop: ({ source, self }) => {
      on.onOver(null);
      on.onDrop(String(source.data['id']), edgeOf(self.data));
    },
  });
  return () => {
    stopDragging();
    stopReceiving();
  };
}

function edgeAt(row: HTMLElement, clientY: number): Edge {
  const { top, height } = row.getBoundingClientRect();
  return clientY < top + height / 2 ? 'above' : 'below';
}

const edgeOf = (data: Record<string | symbol, unknown>): Edge =>
  data['edge'] === 'above' ? 'above' : 'below';
