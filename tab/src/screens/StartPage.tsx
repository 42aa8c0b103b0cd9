import type { ReactNode } from 'react';
import { Page } from '../parts/Page';
import { Skeleton } from '../parts/Skeleton';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useWords } from '../words/useWords';
import { StartForm } from './StartForm';
import type { Partner } from './useStartForm';

interface Props {
  readonly partner: Partner;
  readonly back?: ReactNode;
  readonly onStarted: (seriesId: string) => void;
  readonly onCancel: () => void;
}

/** The form, once the introduction written last is known; without it the form works too. */
export default function StartPage({ partner, back, onStarted, onCancel }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const home = useLive(client.home);
  if (home.status === 'loading') return <Skeleton />;
  const introduction = home.status === 'ready' ? home.value.introduction : '';
  return (
    <Page title={t('start.title')} lead={t('start.lead')} back={back} arrived terms="shown">
      <StartForm
        partner={partner}
        introduction={introduction}
        onStarted={onStarted}
        onCancel={onCancel}
      />
    </Page>
  );
}
