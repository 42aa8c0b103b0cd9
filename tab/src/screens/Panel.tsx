import { otherInChat } from '@rapport/domain/chat';
import { lazy, Suspense } from 'react';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Skeleton } from '../parts/Skeleton';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import { SeriesPage } from './SeriesPage';
import { useChat } from './useChat';

const ChatSetup = lazy(() => import('./ChatSetup'));
const Asked = lazy(() => import('./Asked'));

/** The side panel of a meeting: the agenda, and nothing that a meeting is no place for (PRACTICE A9). */
export function Panel({ chatId }: { readonly chatId: string }) {
  const { t } = useWords();
  const { host } = useApp();
  const { reading, moved, opened, asked, refresh } = useChat(chatId);
  if (reading.status === 'loading' || reading.status === 'gone') return <Skeleton dense />;
  if (reading.status === 'failed') {
    return (
      <Page title={t('failed.title')} dense>
        <Problem refusal={reading.refusal} onRetry={refresh} />
      </Page>
    );
  }
  const chat = reading.value;
  if (chat.state === 'series') {
    return <SeriesPage key={chat.series} seriesId={chat.series} arrived={moved} dense />;
  }
  if (chat.state === 'invitation') {
    return (
      <Page title={t('panel.invitation')} dense>
        <p>{t('panel.invitationText')}</p>
      </Page>
    );
  }
  return (
    <Suspense fallback={<Skeleton dense />}>
      {chat.state === 'asked' ? (
        <Asked arrived={moved} dense />
      ) : (
        <ChatSetup
          chatId={chatId}
          oneOnOne={otherInChat(chatId, host.context.user.oid) !== null}
          arrived={moved}
          onStart={null}
          onBound={opened}
          onAsked={asked}
        />
      )}
    </Suspense>
  );
}
