import type { FeedbackView } from '@rapport/domain/feedback';
import type { Role } from '@rapport/domain/person';
import { Disclosure } from '../parts/Disclosure';
import { useWords } from '../words/useWords';
import { Exchange } from './Exchange';
import styles from './feedback.module.css';

interface Props {
  readonly loops: readonly FeedbackView[];
  readonly me: Role;
  readonly name: string;
}

/** What was closed, either way: to be read again, one press away. */
export function Past({ loops, me, name }: Props) {
  const { t } = useWords();
  if (loops.length === 0) return null;
  return (
    <Disclosure summary={t('feedback.past', { count: loops.length })}>
      <div className={styles['stack']}>
        {loops.map((feedback) => (
          <div key={feedback.id} className={styles['card']}>
            <Exchange feedback={feedback} mine={feedback.from === me} name={name} />
          </div>
        ))}
      </div>
    </Disclosure>
  );
}
