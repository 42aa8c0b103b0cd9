import { makeStyles, tokens } from '@fluentui/react-components';
import { byKey, firstName } from '../model/names';
import { clockTime, shortDay } from '../model/times';
import { Empty } from '../parts/Empty';
import { Face } from '../parts/Face';
import { HOVER } from '../parts/hover';
import { Icon } from '../parts/icons';
import { text } from '../text';
import { useWindow } from './inWindow';

const SHOWN = 30;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: '8px', flex: 1, overflowY: 'auto' },
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    width: '100%',
    padding: '10px',
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
  words: { flex: 1, display: 'flex', flexDirection: 'column' },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What others did in one's chats, the latest first. */
export function ActivityView() {
  const styles = useStyles();
  const { go, me, people, view } = useWindow();
  const entries = view.chats
    .flatMap((chat) => [
      ...chat.messages.map((one) => ({ ...one, by: one.from, chat, says: text.wroteToYou })),
      ...(chat.rapport ? [{ ...chat.rapport, id: chat.id, chat, says: text.addedApp }] : []),
    ])
    .filter((entry) => entry.by !== me.key)
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, SHOWN);

  if (entries.length === 0) {
    return (
      <Empty
        icon={<Icon name="bell" size={40} />}
        title={text.nothingNew}
        hint={text.nothingNewHint}
      />
    );
  }
  return (
    <ul className={styles.list}>
      {entries.map(({ id, by, at, chat, says }) => {
        const person = byKey(people, by);
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.entry}
              onClick={() => go({ view: 'chat', chat: chat.id, tab: 'chat' })}
            >
              {person && <Face person={person} />}
              <span className={styles.words}>{says(person ? firstName(person) : by)}</span>
              <span className={styles.small}>
                {shortDay(at)}, {clockTime(at)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
