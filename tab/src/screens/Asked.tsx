import { Notice } from '../parts/Notice';
import { Page } from '../parts/Page';
import { useWords } from '../words/useWords';

/** After asking to join: the same words whether or not there was anybody to ask. */
export default function Asked({ dense = false }: { readonly dense?: boolean }) {
  const { t } = useWords();
  return (
    <Page title={t('asked.title')} dense={dense} arrived>
      <Notice>{t('asked.text')}</Notice>
    </Page>
  );
}
