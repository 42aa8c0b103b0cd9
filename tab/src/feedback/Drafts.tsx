import { Button } from '../parts/Button';
import type { FeedbackDraft } from '@rapport/domain/feedback';
import { LockIcon } from '../parts/icons';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';

interface Props {
  readonly drafts: readonly FeedbackDraft[];
  readonly onContinue: (draft: FeedbackDraft) => void;
  readonly onRemove: (draft: FeedbackDraft) => void;
}

/** What somebody began and has not given. */
export function Drafts({ drafts, onContinue, onRemove }: Props) {
  const { t } = useWords();
  if (drafts.length === 0) return null;
  return (
    <section className={styles['card']} aria-label={t('feedback.drafts')}>
      <div className={styles['heading']}>
        <h3 className={styles['title']}>{t('feedback.drafts')}</h3>
        <p className={styles['who']}>
          <LockIcon />
          {t('who.onlyYou')}
        </p>
      </div>
      <ul className={styles['list']}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <p dir="auto" className={`${text['prose']} ${styles['clamped']}`}>
              {draft.text}
            </p>
            <Named words={draft.text}>
              <div className={text['row']}>
                <Button size="small" onClick={() => onContinue(draft)}>
                  {t('feedback.continue')}
                </Button>
                <Button size="small" appearance="subtle" onClick={() => onRemove(draft)}>
                  {t('feedback.throwAway')}
                </Button>
              </div>
            </Named>
          </li>
        ))}
      </ul>
    </section>
  );
}
