import { makeStyles } from '@fluentui/react-components';
import { oneOnOneChatId } from '@rapport/domain/chat';
import { byAnyName } from '../model/names';
import type { Chat } from '../model/server';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { text } from '../text';
import { AppFrame } from './AppFrame';
import { ChatHeader } from './ChatHeader';
import { ChatList } from './ChatList';
import { Conversation } from './Conversation';
import { useWindow, type InWindow } from './inWindow';

const useStyles = makeStyles({
  root: { display: 'flex', flex: 1, minHeight: 0 },
  open: { display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 },
});

/** The chat an address names; one that nobody wrote in yet is not in the list, and still can be opened. */
function openChatOf({ address, view, me, people, narrow }: InWindow): Chat | null {
  if (address.chat === null) return narrow ? null : (view.chats[0] ?? null);
  const listed = view.chats.find((chat) => chat.id === address.chat);
  if (listed) return listed;
  const other = people.find((one) => oneOnOneChatId(me.oid, one.oid) === address.chat);
  if (!other || other.key === me.key) return null;
  return {
    id: address.chat,
    people: [me.key, other.key],
    meeting: null,
    rapport: null,
    messages: [],
  };
}

/** The list of chats and the open one with its tabs; in a narrow window one of the two. */
export function ChatView() {
  const styles = useStyles();
  const inWindow = useWindow();
  const { address, go, me, narrow, people, pickPeople, view } = inWindow;
  const chat = openChatOf(inWindow);
  const onRapport = address.tab === 'rapport' && chat?.rapport;

  async function startChat(): Promise<void> {
    const picked = await pickPeople({ title: text.newChat, single: true, selected: [] });
    const other = picked?.[0] && byAnyName(people, picked[0].oid);
    if (other) go({ chat: oneOnOneChatId(me.oid, other.oid), tab: 'chat' });
  }

  return (
    <div className={styles.root}>
      {(!narrow || !chat) && <ChatList open={chat?.id ?? null} onNew={() => void startChat()} />}
      {chat ? (
        <section className={styles.open}>
          <ChatHeader chat={chat} />
          {onRapport ? (
            <AppFrame
              key={`${me.key} ${chat.id}`}
              frame="content"
              chat={chat.id}
              meeting={view.meetings.find((one) => one.id === chat.meeting) ?? null}
            />
          ) : (
            <Conversation key={`${me.key} ${chat.id}`} chat={chat} />
          )}
        </section>
      ) : (
        !narrow && <Empty icon={<Icon name="chat" size={40} />} title={text.pick} />
      )}
    </div>
  );
}
