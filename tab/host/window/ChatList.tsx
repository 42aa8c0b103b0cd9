import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { firstName, otherOf } from '../model/names';
import type { Chat } from '../model/server';
import { clockTime, sameDay, shortDate } from '../model/times';
import { CHOSEN, HOVER } from '../parts/hover';
import { Icon } from '../parts/icons';
import { text } from '../text';
import { ChatFace } from './ChatFace';
import { chatName } from './chatName';
import { useWindow } from './inWindow';

const useStyles = makeStyles({
  list: {
    width: '204px',
    flexShrink: 0,
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  wide: { width: '100%', borderRight: 'none' },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '8px 6px 0 14px',
  },
  heading: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  second: { padding: '14px 6px 4px 14px' },
  chats: { listStyleType: 'none', margin: 0, padding: '2px 6px' },
  chat: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr) auto',
    columnGap: '10px',
    alignItems: 'center',
    width: '100%',
    minHeight: '46px',
    padding: '6px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: HOVER },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: CHOSEN,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  name: { fontSize: '13px', lineHeight: tokens.lineHeightBase200 },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  last: {
    gridColumn: '2 / 4',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  time: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase100 },
  face: { display: 'flex' },
  faceOfTwo: { gridRow: '1 / 3' },
});

interface Last {
  readonly at: string;
  readonly words: string;
}

/** What happened last in a chat, in one line. */
function useLast(): (chat: Chat) => Last | null {
  const { me, people } = useWindow();
  return ({ messages, people: pair, rapport }) => {
    const message = messages.at(-1);
    if (message && (!rapport || message.at >= rapport.at)) {
      const mine = message.from === me.key;
      return { at: message.at, words: mine ? `${text.you}: ${message.text}` : message.text };
    }
    if (!rapport) return null;
    const other = otherOf(people, pair, me.key);
    const name = rapport.by === me.key || !other ? text.you : firstName(other);
    return { at: rapport.at, words: text.addedApp(name) };
  };
}

/** Everybody's chats first, then those of meetings; the latest on top. */
export function ChatList(props: { readonly open: string | null; readonly onNew: () => void }) {
  const styles = useStyles();
  const { go, narrow, people, me, view } = useWindow();
  const lastOf = useLast();
  const latestFirst = (a: Chat, b: Chat) =>
    (lastOf(b)?.at ?? '').localeCompare(lastOf(a)?.at ?? '');

  const rows = (chats: readonly Chat[]) => (
    <ul className={styles.chats}>
      {chats.toSorted(latestFirst).map((chat) => {
        const last = lastOf(chat);
        const current = chat.id === props.open;
        return (
          <li key={chat.id}>
            <button
              type="button"
              aria-current={current ? 'true' : undefined}
              className={mergeClasses(styles.chat, current && styles.current)}
              onClick={() => go({ chat: chat.id, tab: 'chat' })}
            >
              <span className={mergeClasses(styles.face, last !== null && styles.faceOfTwo)}>
                <ChatFace chat={chat} />
              </span>
              <span className={mergeClasses(styles.name, styles.clip)}>
                {chatName(people, chat, me.key)}
              </span>
              <span className={styles.time}>
                {last && (sameDay(last.at, view.at) ? clockTime(last.at) : shortDate(last.at))}
              </span>
              {last && <span className={mergeClasses(styles.last, styles.clip)}>{last.words}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );

  const direct = view.chats.filter((chat) => chat.meeting === null);
  const meetings = view.chats.filter((chat) => chat.meeting !== null);
  return (
    <section className={mergeClasses(styles.list, narrow && styles.wide)} aria-label={text.chats}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{text.chats}</h2>
        <Button
          appearance="subtle"
          size="small"
          aria-label={text.newChat}
          title={text.newChat}
          icon={<Icon name="plus" size={18} />}
          onClick={props.onNew}
        />
      </div>
      {rows(direct)}
      {meetings.length > 0 && (
        <h2 className={mergeClasses(styles.heading, styles.second)}>{text.meetingChats}</h2>
      )}
      {rows(meetings)}
    </section>
  );
}
