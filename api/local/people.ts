import type { LocalPerson } from './teams/person';

/** The one company of the local directory. */
export const localTenant = '7af98646-af18-488e-a794-068575df9192';
/** Another company, whose people the local one cannot pick. */
export const otherTenant = '83488a0b-8bee-47dd-af71-2d514c52eed2';

const colleague = (person: Omit<LocalPerson, 'tid' | 'email'>): LocalPerson => ({
  ...person,
  tid: localTenant,
  email: `${person.key}@fabrikam.example`,
});

/** The local directory, as the people picker shows it. */
export const people: readonly LocalPerson[] = [
  {
    key: 'maya',
    oid: 'bce235be-708f-4aaa-b15d-040bc2ed6eb6',
    name: 'Maya Adeyemi',
    title: 'Engineering Manager',
    manages: ['ravi', 'lena', 'tom', 'aiko', 'sam'],
  },
  {
    key: 'ravi',
    oid: 'b945fe71-5e35-454a-b61f-4f2bd6b41926',
    name: 'Ravi Subramanian',
    title: 'Team Lead, Platform',
    manages: ['nia'],
  },
  {
    key: 'lena',
    oid: '5314c8ab-aa9d-421b-af4a-b92f02eeec2d',
    name: 'Lena Hoffmann',
    title: 'Senior Software Engineer',
    manages: [],
  },
  {
    key: 'tom',
    oid: '47729a6e-7532-4668-8df7-34344cc0be0d',
    name: 'Tom Gallagher',
    title: 'Product Designer',
    manages: [],
  },
  {
    key: 'aiko',
    oid: '6f88a0cb-f688-4516-9e17-6d2c0a9c3811',
    name: 'Aiko Tanabe',
    title: 'Data Engineer',
    manages: [],
  },
  {
    key: 'sam',
    oid: '0f073234-2709-4db5-b414-ec7f66599d60',
    name: 'Sam Haddad',
    title: 'Site Reliability Engineer',
    manages: [],
  },
  {
    key: 'nia',
    oid: '622bd1fd-212a-4c06-80a0-0d83e6a35cab',
    name: 'Nia Mokoena',
    title: 'Software Engineer',
    manages: [],
  },
].map(colleague);

/** Somebody of the other company: signed in, and a stranger to everything here. */
export const olga: LocalPerson = {
  key: 'olga',
  oid: 'fbb3eacf-b86a-4f3a-972a-26ab322e3381',
  tid: otherTenant,
  name: 'Olga Wieczorek',
  title: 'Purchasing Manager',
  email: 'olga@northwind.example',
  manages: [],
};

/** A person by their short name, of either company; null when there is none. */
export const findPerson = (key: string): LocalPerson | null =>
  [...people, olga].find((person) => person.key === key) ?? null;

export const findPersonByOid = (oid: string): LocalPerson | null =>
  [...people, olga].find((person) => person.oid === oid) ?? null;
