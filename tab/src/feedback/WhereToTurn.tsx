import { Disclosure } from '../parts/Disclosure';
import { SupportList } from '../support/SupportList';
import { useWords } from '../words/useWords';

/** For words that should not have been written: people, not forms (PRACTICE B5). */
export function WhereToTurn() {
  const { t } = useWords();
  return (
    <Disclosure summary={t('feedback.notRight')}>
      <p>{t('feedback.notRightWho')}</p>
      <p>{t('feedback.notRightFree')}</p>
      <SupportList />
    </Disclosure>
  );
}
