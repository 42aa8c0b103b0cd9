import { Notice } from '../parts/Notice';
import { Page } from '../parts/Page';
import { useWords } from '../words/useWords';

interface Props {
  readonly arrived: boolean;
  readonly dense?: boolean;
}

/** After asking to join: the same words whether or not there was anybody to ask. */
export default function Asked({ arrived, dense = false }: Props) {
  const { t } = useWords();
  return (
    <Page title={t('asked.title')} dense={dense} arrived={arrived}>
      <Notice>{t('asked.text')}</Notice>
    </Page>
  );
}
