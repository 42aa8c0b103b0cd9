import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { byKey, firstName } from '../model/names';
import type { Chat, Message } from '../model/server';
import { clockTime, sameDay, shortDay } from '../model/times';
import { Empty } from '../parts/Empty';
import { Face } from '../parts/Face';
import { Icon, RapportMark } from '../parts/icons';
import { text } from '../text';
import { Compose } from './Compose';
import { useWindow } from './inWindow';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 },
  scroll: { flex: 1, minHeight: 0, overflowY: 'auto', display: 'flex', flexDirection: 'column' },
  lines: {
    listStyleType: 'none',
    margin: 'auto 0 0',
    padding: '12px 14px',
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
  },
  line: { display: 'flex', gap: '8px', alignItems: 'flex-end', maxWidth: '85%' },
  mine: { alignSelf: 'flex-end' },
  bubble: {
    padding: '7px 12px 9px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  own: { backgroundColor: tokens.colorBrandBackground2 },
  meta: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
  },
  ownMeta: { color: tokens.colorNeutralForeground2 },
  event: {
    alignSelf: 'center',
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** What was written in a chat, and the box to write in. */
export function Conversation({ chat }: { readonly chat: Chat }) {
  const styles = useStyles();
  const { me, people, view } = useWindow();
  const end = useRef<HTMLDivElement>(null);
  const { messages, rapport } = chat;
  const count = messages.length + (rapport ? 1 : 0);
  useEffect(() => {
    // It may return a promise, which is no clean-up.
    end.current?.scrollIntoView({ block: 'end' });
  }, [count]);

  const time = (at: string) =>
    sameDay(at, view.at) ? clockTime(at) : `${shortDay(at)}, ${clockTime(at)}`;
  const nameOf = (key: string) => {
    const person = byKey(people, key);
    return person ? firstName(person) : key;
  };

  const lineOf = (message: Message) => {
    const mine = message.from === me.key;
    const from = byKey(people, message.from);
    return (
      <li key={message.id} className={mergeClasses(styles.line, mine && styles.mine)}>
        {!mine && from && <Face person={from} size={28} />}
        <div className={mergeClasses(styles.bubble, mine && styles.own)}>
          <span className={mergeClasses(styles.meta, mine && styles.ownMeta)}>
            {mine ? text.you : nameOf(message.from)} · {time(message.at)}
          </span>
          {message.text}
        </div>
      </li>
    );
  };

  const added = rapport && (
    <li key="app" className={styles.event}>
      <RapportMark size={16} />
      {text.appAdded(nameOf(rapport.by))} · {time(rapport.at)}
    </li>
  );
  const before = messages.filter((message) => !rapport || message.at < rapport.at);
  const after = messages.slice(before.length);

  return (
    <div className={styles.root}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling list has to be reachable by keyboard */}
      <div className={styles.scroll} tabIndex={0} role="log" aria-label={text.chat}>
        {count === 0 ? (
          <Empty
            icon={<Icon name="chat" size={36} />}
            title={text.noMessages}
            hint={text.noMessagesHint}
          />
        ) : (
          <ul className={styles.lines}>
            {before.map(lineOf)}
            {added}
            {after.map(lineOf)}
          </ul>
        )}
        <div ref={end} />
      </div>
      <Compose chat={chat.id} />
    </div>
  );
}
