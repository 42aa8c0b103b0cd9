import { otherInChat } from '@rapport/domain/chat';
import { lazy, Suspense, useState } from 'react';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Skeleton } from '../parts/Skeleton';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import { InvitationPage } from './InvitationPage';
import { SeriesPage } from './SeriesPage';
import { useChat } from './useChat';
import type { Partner } from './useStartForm';

const StartPage = lazy(() => import('./StartPage'));
const ChatSetup = lazy(() => import('./ChatSetup'));
const Asked = lazy(() => import('./Asked'));

/** The tab in a chat: the 1:1 this chat is for, or the way to one. */
export function Chat({ chatId }: { readonly chatId: string }) {
  const { t } = useWords();
  const { host } = useApp();
  const { reading, moved, opened, asked, refresh } = useChat(chatId);
  const [starting, setStarting] = useState(false);

  if (reading.status === 'loading' || reading.status === 'gone') return <Skeleton />;
  if (reading.status === 'failed') {
    return (
      <Page title={t('failed.title')}>
        <Problem refusal={reading.refusal} onRetry={refresh} />
      </Page>
    );
  }
  const chat = reading.value;
  if (chat.state === 'series') {
    return <SeriesPage key={chat.series} seriesId={chat.series} arrived={moved} onLeft={refresh} />;
  }
  if (chat.state === 'invitation') {
    const { series } = chat;
    return (
      <InvitationPage
        key={series}
        seriesId={series}
        arrived={moved}
        onJoined={() => opened(series)}
        onDeclined={refresh}
      />
    );
  }
  const other = otherInChat(chatId, host.context.user.oid);
  const partner: Partner = other
    ? { kind: 'inChat', oid: other, chatId }
    : { kind: 'open', chatId };
  const start = (
    <StartPage
      partner={partner}
      onStarted={opened}
      onCancel={() => {
        setStarting(false);
        refresh();
      }}
    />
  );
  const setup = (
    <ChatSetup
      chatId={chatId}
      oneOnOne={other !== null}
      arrived={moved}
      onStart={() => setStarting(true)}
      onBound={opened}
      onAsked={asked}
    />
  );
  return (
    <Suspense fallback={<Skeleton />}>
      {chat.state === 'asked' ? <Asked arrived={moved} /> : null}
      {chat.state === 'none' ? (starting ? start : setup) : null}
    </Suspense>
  );
}
