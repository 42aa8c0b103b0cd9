import type { Action } from '@rapport/domain/action';
import { useMemo, useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import type { GraphAccess } from '../hosts/graphAccess';
import { CheckIcon } from '../parts/icons';
import { useApp } from '../parts/useApp';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { copyOnce, isCopied } from './copyOnce';
import { createGraphToDo } from './graph';
import { ToDoRefused, type ToDoProblem } from './toDo';
import styles from './CopyToDo.module.css';

const PROBLEMS = {
  offline: 'todo.offline',
  signIn: 'todo.signIn',
  closed: 'todo.closed',
  notAllowed: 'todo.notAllowed',
  noMailbox: 'todo.noMailbox',
  busy: 'todo.busy',
  refused: 'todo.refused',
} as const satisfies Record<ToDoProblem, WordsKey>;

interface Props {
  readonly graph: GraphAccess;
  readonly promise: Action;
  readonly announce: (words: string) => void;
}

/** One's own promise, in one press in one's own To Do (PRACTICE D3). The copy leaves Rapport (A1). */
export default function CopyToDo({ graph, promise, announce }: Props) {
  const { t } = useWords();
  const { host } = useApp();
  const { user } = host.context;
  const device = useMemo(() => openDeviceStore(user), [user]);
  const [copied, setCopied] = useState(() => isCopied(device, promise.id));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const copy = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      await copyOnce(
        {
          toDo: createGraphToDo(graph, timeZone),
          device,
          // Where nothing is kept, no other window shares it, and the browser gives no locks either.
          alone: (name, work) =>
            device.shared ? navigator.locks.request(`${name}.${user.oid}`, work) : work(),
        },
        { key: promise.id, title: promise.text, due: promise.due },
      );
      setCopied(true);
      announce(t('todo.copied'));
    } catch (error) {
      setProblem(said(error));
    } finally {
      setBusy(false);
    }
  };
  const said = (error: unknown): string => {
    if (!(error instanceof ToDoRefused)) return t('todo.refused');
    const { problem: why, retryAfter } = error;
    if (why === 'busy' && retryAfter) return t('todo.wait', { seconds: retryAfter });
    return t(PROBLEMS[why]);
  };

  if (copied) {
    return (
      <span className={styles['there']}>
        <CheckIcon />
        {t('todo.there')}
      </span>
    );
  }
  return (
    <span className={styles['copy']}>
      <button
        type="button"
        className={styles['press']}
        aria-label={t('todo.copyWords', { words: brief(promise.text) })}
        aria-disabled={busy}
        onClick={() => void copy()}
      >
        {t(busy ? 'todo.copying' : 'todo.copy')}
      </button>
      <span role="alert" className={styles['problem']}>
        {problem}
      </span>
    </span>
  );
}
