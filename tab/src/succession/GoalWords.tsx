import type { OfferedGoal } from '@rapport/domain/succession.schema';
import { PART_WORDS, sayDay } from '../goals/labels';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import styles from './choosing.module.css';

interface Props {
  readonly due: string | null;
  readonly parts: readonly {
    readonly part: OfferedGoal['parts'][number]['part'];
    readonly text: string;
    /** Whose words they are, where they are not of whoever wrote the sentence. */
    readonly who: string | null;
  }[];
}

/** The parts of a goal below its sentence. */
export function GoalWords({ due, parts }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  if (parts.length === 0 && due === null) return null;
  return (
    <dl className={styles['parts']}>
      {parts.map(({ part, text: said, who }) => (
        <div key={`${part} ${said} ${who ?? ''}`}>
          <dt>{t(part === 'sentence' ? 'goals.sentence' : PART_WORDS[part])}</dt>
          <dd>
            <span dir="auto">{said}</span>
            {who === null ? null : <span className={text['quiet']}> · {who}</span>}
          </dd>
        </div>
      ))}
      {due === null ? null : (
        <div>
          <dt>{t('goals.part.timeBound')}</dt>
          <dd>{t('goals.by', { date: sayDay(words, due, client.now()) })}</dd>
        </div>
      )}
    </dl>
  );
}
