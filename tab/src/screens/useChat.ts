import { useMemo, useState } from 'react';
import type { ChatState, Reading } from '../client/state';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';

interface ChatHere {
  readonly reading: Reading<ChatState>;
  /** True once something was done here: the next screen is one the person went to. */
  readonly moved: boolean;
  /** What was just done here, until the api's own answer says the same: nobody is led back meanwhile. */
  readonly opened: (seriesId: string) => void;
  readonly asked: () => void;
  /** Forgets what was done here and reads again. */
  readonly refresh: () => void;
}

/** What this chat is to the person, with what they did on this page a moment ago. */
export function useChat(chatId: string): ChatHere {
  const { client } = useApp();
  const live = useMemo(() => client.chat(chatId), [client, chatId]);
  const read = useLive(live);
  const [done, setDone] = useState<ChatState | null>(null);
  const [moved, setMoved] = useState(false);
  const finish = (state: ChatState | null) => {
    setDone(state);
    setMoved(true);
    void live.refresh();
  };

  // A chat that is not there for somebody is to them like one without a 1:1.
  const known: Reading<ChatState> =
    read.status === 'gone' ? { status: 'ready', value: { state: 'none' } } : read;
  const surpassed =
    known.status === 'ready' &&
    (known.value.state === 'series' ||
      (known.value.state === 'invitation' && done?.state === 'asked'));
  return {
    reading: done && !surpassed ? { status: 'ready', value: done } : known,
    moved,
    opened: (series) => finish({ state: 'series', series }),
    asked: () => finish({ state: 'asked' }),
    refresh: () => finish(null),
  };
}
