import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LocalPerson } from '../model/server';
import { Face } from './Face';
import { CHOSEN, HOVER } from './hover';
import { Icon } from './icons';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    width: '100%',
    padding: '7px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: HOVER },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: { backgroundColor: CHOSEN },
  words: { flex: 1, display: 'flex', flexDirection: 'column' },
  title: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Somebody of the directory, to be pressed. */
export function PersonRow(props: {
  readonly person: LocalPerson;
  /** null where nothing stays chosen: pressing is all. */
  readonly chosen: boolean | null;
  readonly press: () => void;
}) {
  const styles = useStyles();
  const { chosen, person } = props;
  return (
    <button
      type="button"
      aria-pressed={chosen ?? undefined}
      className={mergeClasses(styles.row, chosen === true && styles.chosen)}
      onClick={props.press}
    >
      <Face person={person} />
      <span className={styles.words}>
        {person.name}
        <span className={styles.title}>{person.title}</span>
      </span>
      {chosen && <Icon name="check" />}
    </button>
  );
}
