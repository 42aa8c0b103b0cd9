import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { LocalPerson } from '../model/server';
import { Icon } from '../parts/icons';
import { Modal } from '../parts/Modal';
import { PersonRow } from '../parts/PersonRow';
import type { PickPeople } from '../protocol/services';
import { text } from '../text';

const useStyles = makeStyles({
  search: { width: '100%' },
  list: {
    listStyleType: 'none',
    margin: '10px 0 0',
    padding: 0,
    minHeight: '200px',
    maxHeight: '320px',
    overflowY: 'auto',
  },
  none: { padding: '16px 8px', color: tokens.colorNeutralForeground3 },
});

/** The host's own picker: an app asks for people and gets only those who were chosen. */
export function PeoplePicker(props: {
  readonly request: PickPeople;
  /** The directory without the person who picks. */
  readonly people: readonly LocalPerson[];
  readonly answer: (picked: readonly LocalPerson[] | null) => void;
}) {
  const styles = useStyles();
  const { answer, people, request } = props;
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(request.selected);
  const wanted = search.trim().toLowerCase();
  const found = people.filter(({ name, title }) =>
    `${name} ${title}`.toLowerCase().includes(wanted),
  );

  function press(person: LocalPerson): void {
    if (request.single) answer([person]);
    else if (!chosen.includes(person.oid)) setChosen([...chosen, person.oid]);
    else setChosen(chosen.filter((oid) => oid !== person.oid));
  }

  return (
    <Modal
      title={request.title ?? text.pickPeople}
      close={() => answer(null)}
      actions={
        <>
          <Button onClick={() => answer(null)}>{text.cancel}</Button>
          {!request.single && (
            <Button
              appearance="primary"
              onClick={() => answer(people.filter(({ oid }) => chosen.includes(oid)))}
            >
              {text.done}
            </Button>
          )}
        </>
      }
    >
      <Input
        type="search"
        className={styles.search}
        contentBefore={<Icon name="search" />}
        aria-label={text.searchPeople}
        placeholder={text.searchPeople}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      <ul className={styles.list}>
        {found.map((person) => (
          <li key={person.oid}>
            <PersonRow
              person={person}
              chosen={request.single ? null : chosen.includes(person.oid)}
              press={() => press(person)}
            />
          </li>
        ))}
        {found.length === 0 && <li className={styles.none}>{text.nobodyFound}</li>}
      </ul>
    </Modal>
  );
}
