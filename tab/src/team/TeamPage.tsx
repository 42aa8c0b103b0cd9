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
  if (home.status === 'ready') {
    return <Team home={home.value} back={back} onOpen={onOpen} onDone={onDone} />;
  }
  return (
    <Page title={t('team.title')} back={back} arrived>
      {/* Whom they have a 1:1 with already decides what is sent: nothing is begun without knowing it. */}
      <Problem
        refusal={
          home.status === 'failed'
            ? home.refusal
            : { code: 'signIn.required', field: null, reference: null }
        }
        onRetry={() => void client.home.refresh()}
      />
    </Page>
  );
}

function Team({ home, back, onOpen, onDone }: Props & { readonly home: Home }) {
  const { t } = useWords();
  const team = useTeam(home.introduction, home.seats);
  const leave = (then: () => void) => {
    team.forget();
    then();
  };
  const { sent } = team.plan;
  return (
    // The form has a lead and the terms in it; of what became of it neither says anything.
    <Page
      title={t('team.title')}
      lead={sent ? null : t('team.lead')}
      back={back}
      arrived
      terms={sent ? null : 'shown'}
    >
      {sent ? (
        <TeamResults
          team={team}
          sent={sent}
          seats={home.seats}
          onOpen={onOpen}
          onDone={() => leave(onDone)}
        />
      ) : (
        <TeamForm team={team} seats={home.seats} onOpen={onOpen} onCancel={() => leave(onDone)} />
      )}
    </Page>
  );
}
