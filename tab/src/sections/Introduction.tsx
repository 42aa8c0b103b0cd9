import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { SectionProps } from './SeriesSections';

/** The manager's first words, as the report read them before they joined (PRACTICE C1). */
export function Introduction({ view, name }: SectionProps) {
  const { t } = useWords();
  const writes = view.me === 'report' && name;
  return (
    <div className={text['tight']}>
      {writes ? <p className={text['quiet']}>{t('invitation.introduction', { name })}</p> : null}
      <p dir="auto" className={text['prose']}>
        {view.introduction}
      </p>
    </div>
  );
}
