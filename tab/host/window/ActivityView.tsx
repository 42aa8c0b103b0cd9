import { makeStyles, tokens } from '@fluentui/react-components';
import { REMINDER_TEXT } from '@rapport/domain/reminderText';
import { byKey, firstName } from '../model/names';
import { clockTime, shortDay } from '../model/times';
import { Empty } from '../parts/Empty';
import { Face } from '../parts/Face';
import { HOVER } from '../parts/hover';
import { Icon, RapportMark } from '../parts/icons';
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

/** What Rapport told somebody, and what others did in their chats, the latest first. */
export function ActivityView() {
  const styles = useStyles();
  const { go, me, people, view } = useWindow();
  const ofOthers = view.chats
    .flatMap((chat) => [
      ...chat.messages.map((one) => ({ ...one, by: one.from, chat, says: text.wroteToYou })),
      ...(chat.rapport ? [{ ...chat.rapport, id: chat.id, chat, says: text.addedApp }] : []),
    ])
    .filter((entry) => entry.by !== me.key)
    .map(({ id, by, at, chat, says }) => {
      const person = byKey(people, by);
      return {
        id,
        at,
        face: person && <Face person={person} />,
        words: says(person ? firstName(person) : by),
        open: () => go({ view: 'chat', chat: chat.id, tab: 'chat' }),
      };
    });
  const ofRapport = view.activities.map(({ chainId, at, kind, series }) => ({
    id: String(chainId),
    at,
    face: <RapportMark size={32} />,
    words: REMINDER_TEXT[kind],
    open: () => go({ view: 'app', sub: series }),
  }));
  const entries = [...ofRapport, ...ofOthers]
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
      {entries.map(({ id, at, face, words, open }) => (
        <li key={id}>
          <button type="button" className={styles.entry} onClick={open}>
            {face}
            <span className={styles.words}>{words}</span>
            <span className={styles.small}>
              {shortDay(at)}, {clockTime(at)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
