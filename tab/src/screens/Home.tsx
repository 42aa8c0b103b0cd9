import { Button } from '@fluentui/react-components';
import type { Seat } from '@rapport/domain/series';
import type { NamingView } from '@rapport/domain/succession.schema';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import HomeList from '../home/HomeList';
import { keepSeats, keptSeats } from '../home/keptHome';
import { Disclosure } from '../parts/Disclosure';
import { Notice } from '../parts/Notice';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Skeleton } from '../parts/Skeleton';
import { later } from '../parts/later';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useNamings } from '../succession/useNamings';
import { hasFailed } from '../team/isSending';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { Welcome } from './Welcome';

const Concerns = later(() => import('../concerns/ConcernsSection'));
const nothing = { default: () => null };
const DeleteEverything = later(() => import('../leaving/DeleteEverything'));
const LeftOver = later(() => import('../team/LeftOver'));
const Namings = lazy(() => import('../succession/Namings').catch(() => nothing));
const Reminders = later(() => import('../reminders/Reminders'));
const NewDevice = lazy(() => import('../device/NewDevice').catch(() => nothing));

/**
 * Three who raised it and two who did not: in smaller teams common concerns do not exist (PRACTICE C8). Somebody who
 * left still counts, so that what was written does not vanish with them.
 */
const CONCERNS_FROM = 5;
const isLed = ({ role, state }: Seat): boolean =>
  role === 'manager' && (state === 'joined' || state === 'ended');

interface Props {
  /** Something to say on top: what just ended. */
  readonly said: WordsKey | null;
  readonly arrived: boolean;
  readonly onOpen: (seat: Seat) => void;
  readonly onStart: () => void;
  readonly onDeleted: () => void;
  readonly onTeam: () => void;
  /** To lead 1:1s that somebody asked for. */
  readonly onBegin: (naming: NamingView) => void;
}

/** All 1:1s of somebody, those they lead apart from their own (PRACTICE D9). */
export function Home({ said, arrived, onOpen, onStart, onTeam, onBegin, onDeleted }: Props) {
  const { t } = useWords();
  const { host, client } = useApp();
  const reading = useLive(client.home);
  const asked = useNamings();
  const device = useMemo(() => openDeviceStore(host.context.user), [host]);
  const known = reading.status === 'ready' ? reading.value.seats : null;
  useEffect(() => {
    if (known) keepSeats(device, known);
  }, [device, known]);
  if (reading.status === 'loading') return <Skeleton />;
  if (reading.status !== 'ready') {
    const refusal =
      reading.status === 'failed'
        ? reading.refusal
        : { code: 'signIn.required', field: null, reference: null };
    const kept = refusal.code === 'unreachable' ? keptSeats(device) : null;
    if (kept) {
      const retry = <Button onClick={() => void client.home.refresh()}>{t('retry')}</Button>;
      return (
        <Page title={t('home.title')}>
          <Notice role="status" actions={retry}>
            {t('home.kept')}
          </Notice>
          <HomeList seats={kept} kept onOpen={onOpen} />
        </Page>
      );
    }
    return (
      <Page title={t('failed.title')}>
        <Problem refusal={refusal} onRetry={() => void client.home.refresh()} />
      </Page>
    );
  }

  // What stands above the list comes with it, and not after it.
  if (!asked.settled) return <Skeleton />;

  const { seats, devices } = reading.value;
  const notice = (
    <>
      {said ? <Notice role="status">{t(said)}</Notice> : null}
      {hasFailed(host.context.user) ? <LeftOver onOpen={onTeam} /> : null}
      {asked.above ? <Namings namings={asked.early} onBegin={onBegin} /> : null}
    </>
  );
  const late = asked.below ? (
    <Suspense fallback={null}>
      <Namings namings={asked.late} onBegin={onBegin} />
    </Suspense>
  ) : null;
  const foot = (
    <>
      <Disclosure look="section" summary={t('remind.title')}>
        <Suspense fallback={<Skeleton />}>
          <Reminders />
        </Suspense>
      </Disclosure>
      <Suspense fallback={null}>
        <DeleteEverything seats={seats} onDeleted={onDeleted} />
      </Suspense>
    </>
  );
  if (seats.length === 0) {
    return (
      <Suspense fallback={<Skeleton />}>
        <Welcome
          notice={notice}
          arrived={arrived}
          onStart={onStart}
          onTeam={onTeam}
          foot={
            <>
              {late}
              {foot}
            </>
          }
        />
      </Suspense>
    );
  }
  const start = (
    <span className={text['row']}>
      <Button appearance="primary" onClick={onStart}>
        {t('home.start')}
      </Button>
      <Button onClick={onTeam}>{t('team.start')}</Button>
    </span>
  );
  return (
    <Suspense fallback={<Skeleton />}>
      <Page title={t('home.title')} action={start} arrived={arrived}>
        {notice}
        <HomeList seats={seats} onOpen={onOpen} />
        {/* Below the list, where it moves no 1:1 when it comes. */}
        {late}
        <Suspense fallback={null}>
          <NewDevice devices={devices} />
        </Suspense>
        {seats.filter(isLed).length >= CONCERNS_FROM ? (
          <Suspense fallback={null}>
            <Concerns seats={seats} />
          </Suspense>
        ) : null}
        {foot}
      </Page>
    </Suspense>
  );
}
