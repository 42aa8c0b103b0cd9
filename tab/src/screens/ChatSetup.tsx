import { Button } from '@fluentui/react-components';
import type { Seat } from '@rapport/domain/series';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Card, Section } from '../parts/Section';
import { Skeleton } from '../parts/Skeleton';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { bindableOf } from './bindable';
import { SeatList } from './SeatList';

interface Props {
  readonly chatId: string;
  /** True where the chat is between two people, so that there is nobody to look for. */
  readonly oneOnOne: boolean;
  readonly arrived: boolean;
  /** null where the host cannot do what setting up needs: in a meeting's side panel. */
  readonly onStart: (() => void) | null;
  readonly onBound: (seriesId: string) => void;
  readonly onAsked: () => void;
}

/** A chat that is no 1:1 yet: bind one, set one up, or ask the other one to be let in. */
export default function ChatSetup({ chatId, oneOnOne, arrived, onStart, ...on }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const home = useLive(client.home);
  const { busy, refusal, run } = useTask();
  const seats = home.status === 'ready' ? home.value.seats : [];
  const bindable = oneOnOne ? [] : bindableOf(seats);
  const dense = onStart === null;
  // Not a page that changes its question once the 1:1s are here.
  if (!oneOnOne && home.status === 'loading') return <Skeleton dense={dense} />;

  const bind = async ({ series }: Seat) => {
    if (await run(() => client.bindChat(series, chatId))) on.onBound(series);
  };
  const ask = async () => {
    if (await run(() => client.askToJoin(chatId))) on.onAsked();
  };

  const setUp = onStart ? (
    <Card>
      <p>{t(oneOnOne ? 'chat.setUpHereText' : 'chat.setUpMeetingText')}</p>
      <Button appearance="primary" onClick={onStart}>
        {t(oneOnOne ? 'chat.setUpHere' : 'chat.setUpMeeting')}
      </Button>
    </Card>
  ) : (
    <p>{t('panel.setUpInChat')}</p>
  );

  const asksWhich = bindable.length > 0 ? 'chat.titleMeeting' : 'chat.titleMeetingNone';
  return (
    <Page
      title={t(oneOnOne ? 'chat.titleOneOnOne' : asksWhich)}
      lead={t('welcome.who')}
      dense={dense}
      arrived={arrived}
    >
      {refusal ? <Problem refusal={refusal} /> : null}
      {bindable.length > 0 ? (
        <Section title={t('chat.bind')}>
          <SeatList seats={bindable} disabled={busy} onOpen={(seat) => void bind(seat)} />
        </Section>
      ) : null}
      {oneOnOne || dense ? setUp : <Section title={t('chat.new')}>{setUp}</Section>}
      {oneOnOne || dense ? null : (
        <Section title={t('chat.ask')}>
          <Card>
            <p>{t('chat.askText')}</p>
            <Button disabledFocusable={busy} onClick={() => void ask()}>
              {t('chat.askToJoin')}
            </Button>
          </Card>
        </Section>
      )}
    </Page>
  );
}
