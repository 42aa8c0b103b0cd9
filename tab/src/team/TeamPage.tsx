import type { ReactNode } from 'react';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Skeleton } from '../parts/Skeleton';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useWords } from '../words/useWords';
import { TeamForm } from './TeamForm';
import { TeamResults } from './TeamResults';
import { useTeam } from './useTeam';
import type { Home } from '../client/state';

interface Props {
  readonly back: ReactNode;
  readonly onOpen: (seriesId: string) => void;
  readonly onDone: () => void;
}

/** Setting up 1:1s with a whole team (PRACTICE C7). */
export default function TeamPage({ back, onOpen, onDone }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const home = useLive(client.home);
  if (home.status === 'loading') return <Skeleton />;
  return (
    <Page title={t('team.title')} lead={t('team.lead')} back={back} arrived>
      {home.status === 'ready' ? (
        <Team home={home.value} onOpen={onOpen} onDone={onDone} />
      ) : (
        // Whom they have a 1:1 with already decides what is sent: nothing is begun without knowing it.
        <Problem
          refusal={
            home.status === 'failed'
              ? home.refusal
              : { code: 'signIn.required', field: null, reference: null }
          }
          onRetry={() => void client.home.refresh()}
        />
      )}
    </Page>
  );
}

function Team({ home, onOpen, onDone }: Omit<Props, 'back'> & { readonly home: Home }) {
  const team = useTeam(home.introduction, home.seats);
  const leave = (then: () => void) => {
    team.forget();
    then();
  };
  return team.plan.sent ? (
    <TeamResults
      team={team}
      sent={team.plan.sent}
      seats={home.seats}
      onOpen={(id) => onOpen(id)}
      onDone={() => leave(onDone)}
    />
  ) : (
    <TeamForm team={team} seats={home.seats} onOpen={onOpen} onCancel={() => leave(onDone)} />
  );
}
