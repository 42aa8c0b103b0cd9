import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Refusal } from '../client/state';
import { needsHelp, sayProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import { Notice } from './Notice';
import styles from './text.module.css';

interface Props {
  readonly refusal: Refusal;
  readonly onRetry?: () => void;
}

/**
 * What went wrong, in words, with the reference where somebody else may have to help. A lost connection is nobody's
 * error: what can be tried again is, as soon as there is one.
 */
export function Problem({ refusal, onRetry }: Props) {
  const words = useWords();
  const lost = refusal.code === 'unreachable';
  useWhenOnline(refusal, lost ? onRetry : undefined);
  const retry = onRetry ? <Button onClick={onRetry}>{words.t('retry')}</Button> : null;
  return (
    <Notice tone={lost ? 'warning' : 'error'} role="alert" actions={retry}>
      <p>{sayProblem(words, refusal)}</p>
      {refusal.reference && needsHelp(words, refusal) ? (
        <p className={styles['quiet']}>
          {words.t('problem.reference', { reference: refusal.reference })}
        </p>
      ) : null}
    </Notice>
  );
}

/** Once for each refusal: a connection that flickers comes back several times before anything can be drawn. */
function useWhenOnline(refusal: Refusal, retry: (() => void) | undefined): void {
  const latest = useRef(retry);
  useEffect(() => {
    latest.current = retry;
  });
  const waits = retry !== undefined;
  useEffect(() => {
    if (!waits) return;
    const again = () => latest.current?.();
    addEventListener('online', again, { once: true });
    return () => removeEventListener('online', again);
  }, [refusal, waits]);
}
