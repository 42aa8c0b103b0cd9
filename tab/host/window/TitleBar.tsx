import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { firstName } from '../model/names';
import { Flyout } from '../parts/Flyout';
import { Hidden } from '../parts/Hidden';
import { Icon } from '../parts/icons';
import { Face } from '../parts/Face';
import { PersonRow } from '../parts/PersonRow';
import { text } from '../text';
import { useWindow } from './inWindow';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    height: '44px',
    flexShrink: 0,
    padding: '0 8px 0 14px',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  title: {
    flex: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  me: { fontWeight: tokens.fontWeightRegular, gap: '6px', minWidth: 0 },
  panel: { width: '264px', padding: '6px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** Where one is, and who one is; the avatar switches the person. */
export function TitleBar({ title }: { readonly title: string }) {
  const styles = useStyles();
  const { me, people, go } = useWindow();
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      <Flyout
        label={text.switchPerson}
        align="end"
        className={styles.panel}
        trigger={
          <Button appearance="subtle" className={styles.me}>
            <Face person={me} size={28} />
            {firstName(me)}
            <Hidden>, {text.switchPerson}</Hidden>
            <Icon name="down" size={14} />
          </Button>
        }
      >
        {(close) => (
          <ul className={styles.list}>
            {people.map((person) => (
              <li key={person.key}>
                <PersonRow
                  person={person}
                  chosen={person.key === me.key}
                  press={() => {
                    close();
                    go({ person: person.key, chat: null, tab: 'chat', meeting: null, sub: null });
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </Flyout>
    </header>
  );
}
