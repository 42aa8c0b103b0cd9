import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import {
  readDesk,
  writeDesk,
  writeWindow,
  type DeskAddress,
  type WindowAddress,
} from '../model/address';
import type { LocalPerson } from '../model/server';
import { tell, useTold } from '../model/windowMessages';
import type { GuideStep, playersOf } from './guide';

type Side = 'left' | 'right';
type Sides<T> = Readonly<Record<Side, T>>;

interface DeskState {
  readonly address: DeskAddress;
  /** Addresses the two windows begin at. */
  readonly start: Sides<string>;
  readonly windowRef: Sides<RefObject<HTMLIFrameElement>>;
  change(to: Partial<DeskAddress>): void;
  /** Leads the windows to where a step of the story happens. */
  lead(step: GuideStep): void;
}

/** The page with both windows: what stands in its address, and what its windows are told. */
export function useDesk(
  people: readonly LocalPerson[],
  players: ReturnType<typeof playersOf>,
): DeskState {
  const first = people[0]?.key ?? '';
  const [address, setAddress] = useState(() =>
    readDesk(location.search, [players?.manager.key ?? first, players?.report.key ?? first]),
  );
  const [start, setStart] = useState(() => startOf(address, {}));
  const left = useRef<HTMLIFrameElement>(null);
  const right = useRef<HTMLIFrameElement>(null);

  const change = useCallback((to: Partial<DeskAddress>) => {
    setAddress((before) => ({ ...before, ...to }));
  }, []);

  const { theme, width } = address;
  useEffect(() => {
    for (const frame of [left, right]) {
      if (frame.current?.contentWindow) {
        tell(frame.current.contentWindow, { kind: 'go', to: { theme, width } });
      }
    }
  }, [theme, width]);

  useEffect(() => {
    history.replaceState(null, '', writeDesk(address));
  }, [address]);

  useTold(
    useCallback(
      (told, from) => {
        if (told.kind !== 'person') return;
        if (from === left.current?.contentWindow) change({ left: told.person });
        if (from === right.current?.contentWindow) change({ right: told.person });
      },
      [change],
    ),
  );

  const lead = useCallback(
    (step: GuideStep) => {
      if (step.left && left.current?.contentWindow) {
        tell(left.current.contentWindow, { kind: 'go', to: step.left });
      }
      if (!step.right) return;
      if (right.current?.contentWindow) {
        tell(right.current.contentWindow, { kind: 'go', to: step.right });
        return;
      }
      // The second window is hidden: it comes back where the step happens.
      setStart(startOf({ ...address, windows: 2 }, { right: step.right }));
      change({ windows: 2 });
    },
    [address, change],
  );

  return { address, start, windowRef: { left, right }, change, lead };
}

function startOf(desk: DeskAddress, to: Partial<Sides<Partial<WindowAddress>>>): Sides<string> {
  const at = (side: Side): string =>
    writeWindow({
      person: desk[side],
      view: side === 'left' ? 'app' : 'chat',
      chat: null,
      tab: 'chat',
      meeting: null,
      sub: null,
      theme: desk.theme,
      width: desk.width,
      ...to[side],
    });
  return { left: at('left'), right: at('right') };
}
