import { Button } from '@fluentui/react-components';
import type { Seat } from '@rapport/domain/series';
import { lazy, Suspense } from 'react';
import { Disclosure } from '../parts/Disclosure';
import { later } from '../parts/later';
import { Notice } from '../parts/Notice';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Section } from '../parts/Section';
import { Skeleton } from '../parts/Skeleton';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { Welcome } from './Welcome';
import { SeatList } from './SeatList';

const nothing = { default: () => null };
const Reminders = later(() => import('../reminders/Reminders'));
const NewDevice = lazy(() => import('../device/NewDevice').catch(() => nothing));

interface Props {
  /** Something to say on top: what just ended. */
  readonly said: WordsKey | null;
  readonly arrived: boolean;
  readonly onOpen: (seat: Seat) => void;
  readonly onStart: () => void;
}

/** All 1:1s of somebody, those they lead apart from their own (PRACTICE D9). */
export function Home({ said, arrived, onOpen, onStart }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const reading = useLive(client.home);
  if (reading.status === 'loading') return <Skeleton />;
  if (reading.status !== 'ready') {
    const refusal =
      reading.status === 'failed'
        ? reading.refusal
        : { code: 'signIn.required', field: null, reference: null };
    return (
      <Page title={t('failed.title')}>
        <Problem refusal={refusal} onRetry={() => void client.home.refresh()} />
      </Page>
    );
  }

  const { seats, devices } = reading.value;
  const notice = said ? <Notice role="status">{t(said)}</Notice> : null;
  if (seats.length === 0) return <Welcome notice={notice} arrived={arrived} onStart={onStart} />;
  const groups: readonly (readonly [WordsKey, readonly Seat[]])[] = [
    ['home.invitations', seats.filter(({ state }) => state === 'invited')],
    ['home.lead', seats.filter(({ role, state }) => role === 'manager' && state !== 'invited')],
    ['home.mine', seats.filter(({ role, state }) => role === 'report' && state !== 'invited')],
  ];
  const start = (
    <Button appearance="primary" onClick={onStart}>
      {t('home.start')}
    </Button>
  );
  return (
    <Page title={t('home.title')} action={start} arrived={arrived}>
      {notice}
      {groups.map(([title, members]) =>
        members.length === 0 ? null : (
          <Section key={title} title={t(title)}>
            <SeatList seats={members} onOpen={onOpen} />
          </Section>
        ),
      )}
      <Disclosure look="section" summary={t('remind.title')}>
        <Suspense fallback={<Skeleton />}>
          <Reminders />
        </Suspense>
      </Disclosure>
      {/* Last, where it moves nothing when it comes. */}
      <Suspense fallback={null}>
        <NewDevice devices={devices} />
      </Suspense>
    </Page>
  );
}
