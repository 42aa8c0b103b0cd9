import { Button } from '@fluentui/react-components';
import type { NamingView } from '@rapport/domain/succession.schema';
import { lazy, Suspense, useState } from 'react';
import { BackIcon } from '../parts/moreIcons';
import { Skeleton } from '../parts/Skeleton';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { isSending } from '../team/isSending';
import { Home } from './Home';
import { InvitationPage } from './InvitationPage';
import { SeriesPage } from './SeriesPage';

const StartPage = lazy(() => import('./StartPage'));
const TeamPage = lazy(() => import('../team/TeamPage'));

type Where =
  | { readonly at: 'home'; readonly said: WordsKey | null }
  | { readonly at: 'start'; readonly naming?: NamingView }
  | { readonly at: 'team' }
  | {
      readonly at: 'series';
      readonly id: string;
      /** It was an invitation when it was opened: still one when it has been withdrawn meanwhile. */
      readonly invited?: boolean;
      readonly joined?: true;
    };

/** The personal app: all 1:1s, and the one that is open. */
export function Personal() {
  const { t } = useWords();
  const { host, client } = useApp();
  const { seriesId } = host.context;
  const [where, setWhere] = useState<Where>(() => {
    if (seriesId) return { at: 'series', id: seriesId };
    // What was sent goes on where it was interrupted.
    return isSending(host.context.user) ? { at: 'team' } : { at: 'home', said: null };
  });
  const [moved, setMoved] = useState(false);
  const home = useLive(client.home);
  const go = (next: Where) => {
    setWhere(next);
    setMoved(true);
  };
  const goHome = (said: WordsKey | null = null) => {
    void client.home.refresh();
    go({ at: 'home', said });
  };

  if (where.at === 'home') {
    return (
      <Home
        said={where.said}
        arrived={moved}
        onOpen={({ series, state }) =>
          go({ at: 'series', id: series, invited: state === 'invited' })
        }
        onStart={() => go({ at: 'start' })}
        onDeleted={() => goHome('erase.done')}
        onBegin={(naming) => go({ at: 'start', naming })}
        onTeam={() => go({ at: 'team' })}
      />
    );
  }
  const back = (
    <Button appearance="subtle" icon={<BackIcon />} onClick={() => goHome()}>
      {t('home.back')}
    </Button>
  );
  if (where.at === 'start') {
    return (
      <Suspense fallback={<Skeleton />}>
        <StartPage
          partner={where.naming ? { kind: 'named', naming: where.naming } : { kind: 'anybody' }}
          back={back}
          onStarted={(id) => go({ at: 'series', id })}
          onCancel={() => goHome()}
        />
      </Suspense>
    );
  }
  if (where.at === 'team') {
    return (
      <Suspense fallback={<Skeleton />}>
        <TeamPage back={back} onOpen={(id) => go({ at: 'series', id })} onDone={() => goHome()} />
      </Suspense>
    );
  }
  // A link may lead to a 1:1 one is only invited to so far: the seats know, once they are here.
  if (home.status === 'loading' && !where.joined) return <Skeleton />;
  const seats = home.status === 'ready' ? home.value.seats : [];
  const seat = seats.find(({ series }) => series === where.id);
  const invited = seat ? seat.state === 'invited' : where.invited;
  if (invited && !where.joined) {
    return (
      <InvitationPage
        key={where.id}
        seriesId={where.id}
        back={back}
        arrived={moved}
        onJoined={() => {
          void client.home.refresh();
          go({ at: 'series', id: where.id, joined: true });
        }}
        onDeclined={() => goHome('home.declined')}
      />
    );
  }
  return (
    <SeriesPage
      key={where.id}
      seriesId={where.id}
      back={back}
      arrived={moved}
      onLeft={() => goHome('home.left')}
    />
  );
}
