import type { Question } from '@rapport/domain/question';
import type { SeriesView } from '@rapport/domain/series';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import text from '../parts/text.module.css';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import styles from './Questions.module.css';

interface Props {
  readonly view: SeriesView;
  readonly bank: readonly Question[];
  readonly onShow: (id: string) => void;
}

/** What neither is offered any more; either brings it back. Their own hidden ones say so in their list. */
export function HiddenQuestions({ view, bank, onShow }: Props) {
  const { t } = useWords();
  const hidden = bank.filter(({ id }) => view.questions.hidden.includes(id));
  if (hidden.length === 0) return null;
  return (
    <Disclosure summary={t('questions.hiddenList', { count: hidden.length })}>
      <div className={text['tight']}>
        <p className={text['quiet']}>{t('questions.hiddenReaders')}</p>
        <ul className={styles['own']}>
          {hidden.map((question) => (
            <li key={question.id} className={styles['hidden']}>
              <span dir="auto">{question.text}</span>
              <Button
                size="small"
                appearance="subtle"
                aria-label={t('questions.showThis', { question: brief(question.text) })}
                onClick={() => onShow(question.id)}
              >
                {t('questions.showAgain')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
