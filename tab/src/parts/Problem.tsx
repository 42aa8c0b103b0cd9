import { Button } from '@fluentui/react-components';
import type { Refusal } from '../client/state';
import { sayProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import { Notice } from './Notice';
import styles from './text.module.css';

interface Props {
  readonly refusal: Refusal;
  readonly onRetry?: () => void;
}

/** What went wrong, in words, with the reference for whoever asks for help; a lost connection is nobody's error. */
export function Problem({ refusal, onRetry }: Props) {
  const words = useWords();
  const retry = onRetry ? <Button onClick={onRetry}>{words.t('retry')}</Button> : null;
  return (
    <Notice
      tone={refusal.code === 'unreachable' ? 'warning' : 'error'}
      role="alert"
      actions={retry}
    >
      <p>{sayProblem(words, refusal)}</p>
      {refusal.reference ? (
        <p className={styles['quiet']}>
          {words.t('problem.reference', { reference: refusal.reference })}
        </p>
      ) : null}
    </Notice>
  );
}
