import type { Question } from '@rapport/domain/question';
import { Button } from '../parts/Button';
import { Named } from '../parts/Named';
import { HideIcon } from '../parts/moreIcons';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import styles from './Questions.module.css';

interface Props {
  readonly question: Question;
  /** How the other one is called, who answers what is not for both. */
  readonly name: string;
  readonly standing: boolean;
  readonly hidden: boolean;
  readonly onAdd: () => void;
  readonly onHide: (hidden: boolean) => void;
}

/** One question that is offered: onto the agenda, or never again for either. */
export function OfferedQuestion({ question, name, standing, hidden, onAdd, onHide }: Props) {
  const { t } = useWords();
  const answers =
    question.asks === 'both' ? t('questions.bothAnswer') : t('questions.answers', { name });
  const state = standing ? t('questions.added') : t('questions.add');
  return (
    <li className={styles['offer']}>
      <button
        type="button"
        className={styles['question']}
        aria-disabled={standing || hidden}
        onClick={standing || hidden ? undefined : onAdd}
      >
        <span dir="auto">{question.text}</span>
        <span className={styles['state']}>
          {hidden ? t('questions.hidden') : t('questions.state', { state, answers })}
        </span>
      </button>
      {hidden ? (
        <Named words={question.text}>
          <Button size="small" appearance="subtle" onClick={() => onHide(false)}>
            {t('undo')}
          </Button>
        </Named>
      ) : (
        <Button
          size="small"
          appearance="subtle"
          icon={<HideIcon />}
          title={t('questions.hide')}
          aria-label={t('questions.hideThis', { question: brief(question.text) })}
          onClick={() => onHide(true)}
        />
      )}
    </li>
  );
}
