import { Button } from '@fluentui/react-components';
import { Notice } from '../parts/Notice';
import { Page } from '../parts/Page';
import { useWords } from '../words/useWords';

/** The host framed this page and then did not answer. */
export default function HostSilent() {
  const { t } = useWords();
  const again = <Button onClick={() => location.reload()}>{t('retry')}</Button>;
  return (
    <Page title={t('failed.title')} dense>
      <Notice tone="error" role="alert" actions={again}>
        {t('outside.silent')}
      </Notice>
    </Page>
  );
}
