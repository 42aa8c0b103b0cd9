import type { ReactNode } from 'react';
import { Page } from '../parts/Page';
import { useWords } from '../words/useWords';

interface Props {
  readonly kind: 'series' | 'invitation';
  readonly back?: ReactNode;
  readonly dense?: boolean;
}

/** There is nothing here for this person, whether or not there is for somebody else. */
export function Gone({ kind, back, dense = false }: Props) {
  const { t } = useWords();
  return (
    <Page
      title={t(kind === 'series' ? 'gone.series' : 'gone.invitation')}
      back={back}
      dense={dense}
    >
      <p>{t(kind === 'series' ? 'gone.seriesText' : 'gone.invitationText')}</p>
    </Page>
  );
}
