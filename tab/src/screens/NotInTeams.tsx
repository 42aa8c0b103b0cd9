import { Page } from '../parts/Page';
import { Card } from '../parts/Section';
import { useWords } from '../words/useWords';

/** Opened outside of Teams: what this is, and where to find it. */
export default function NotInTeams() {
  const { t } = useWords();
  return (
    <Page title={t('outside.title')}>
      <Card>
        <p>{t('outside.text')}</p>
        <p>{t('welcome.what')}</p>
      </Card>
    </Page>
  );
}
