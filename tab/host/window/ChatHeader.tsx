import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Chat } from '../model/server';
import { Icon } from '../parts/icons';
import { Tabs } from '../parts/Tabs';
import { text } from '../text';
import { AddApp } from './AddApp';
import { ChatFace } from './ChatFace';
import { chatName } from './chatName';
import { useWindow } from './inWindow';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    padding: '6px 10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0, marginRight: 'auto' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  tabs: { display: 'flex', alignItems: 'center', flexBasis: '100%' },
});

const CHAT = { value: 'chat', label: text.chat } as const;
const RAPPORT = { value: 'rapport', label: text.rapport } as const;

/** Whose chat it is, and its row of tabs. */
export function ChatHeader({ chat }: { readonly chat: Chat }) {
  const styles = useStyles();
  const { address, go, me, narrow, people } = useWindow();
  const { meeting } = chat;
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        {narrow && (
          <Button
            appearance="subtle"
            aria-label={text.back}
            icon={<Icon name="back" />}
            onClick={() => go({ chat: null })}
          />
        )}
        <ChatFace chat={chat} />
        <h2 className={styles.name}>{chatName(people, chat, me.key)}</h2>
      </div>
      {meeting !== null && (
        <Button appearance="primary" onClick={() => go({ view: 'meeting', meeting })}>
          {text.join}
        </Button>
      )}
      <div className={styles.tabs}>
        <Tabs
          label={text.tabs}
          selected={chat.rapport ? address.tab : 'chat'}
          select={(tab) => go({ chat: chat.id, tab })}
          tabs={chat.rapport ? [CHAT, RAPPORT] : [CHAT]}
        />
        {!chat.rapport && <AddApp chat={chat} />}
      </div>
    </header>
  );
}
