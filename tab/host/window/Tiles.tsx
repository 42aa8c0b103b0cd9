import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { byKey } from '../model/names';
import type { Meeting } from '../model/server';
import { Face } from '../parts/Face';
import { text } from '../text';
import { useWindow } from './inWindow';

const useStyles = makeStyles({
  tiles: {
    listStyleType: 'none',
    margin: 0,
    padding: '12px',
    flex: 1,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gridAutoRows: 'minmax(0, 1fr)',
    gap: '12px',
  },
  strip: {
    flex: '0 0 auto',
    gridTemplateColumns: 'repeat(auto-fit, minmax(90px, 1fr))',
    padding: '8px',
    gap: '8px',
  },
  tile: {
    position: 'relative',
    display: 'grid',
    placeItems: 'center',
    minHeight: '84px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  here: { boxShadow: tokens.shadow4, backgroundColor: tokens.colorNeutralBackground1 },
  face: { display: 'flex' },
  name: {
    position: 'absolute',
    left: '8px',
    right: '8px',
    bottom: '6px',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  small: { '& > span:last-child': { fontSize: tokens.fontSizeBase100 } },
});

/** Who is in the meeting, and which of its two people is still missing. */
export function Tiles({ meeting, small }: { readonly meeting: Meeting; readonly small: boolean }) {
  const styles = useStyles();
  const { me, people } = useWindow();
  const invited = [...meeting.people].toSorted(
    (a, b) => Number(a === me.key) - Number(b === me.key),
  );
  const guests = [...meeting.here, me.key].filter((key) => !meeting.people.includes(key));
  return (
    <ul className={mergeClasses(styles.tiles, small && styles.strip)} aria-label={text.inMeeting}>
      {[...new Set([...invited, ...guests])].map((key) => {
        const person = byKey(people, key);
        if (!person) return null;
        const here = key === me.key || meeting.here.includes(key);
        return (
          <li
            key={key}
            className={mergeClasses(styles.tile, here && styles.here, small && styles.small)}
          >
            <span className={styles.face}>
              <Face person={person} size={small ? 32 : 72} faded={!here} />
            </span>
            <span className={styles.name}>{here ? person.name : text.alone(person.name)}</span>
          </li>
        );
      })}
    </ul>
  );
}
