import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Page } from '../parts/Page';
import { Card } from '../parts/Section';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';

interface Props {
  readonly notice: ReactNode;
  readonly arrived: boolean;
  readonly onStart: () => void;
  readonly onTeam: () => void;
  readonly foot: ReactNode;
}

/** The first visit: what Rapport is, who can read what, and where to begin. */
export function Welcome({ notice, arrived, onStart, onTeam, foot }: Props) {
  const { t } = useWords();
  return (
    <Page title={t('welcome.title')} arrived={arrived}>
      {notice}
      <Card>
        <p>{t('welcome.what')}</p>
        <p>{t('welcome.who')}</p>
        <div className={air['buttons']}>
          <Button appearance="primary" size="large" onClick={onStart}>
            {t('home.start')}
          </Button>
          <Button size="large" onClick={onTeam}>
            {t('team.start')}
          </Button>
        </div>
      </Card>
      <p className={text['quiet']}>{t('welcome.invited')}</p>
      {foot}
    </Page>
  );
}
