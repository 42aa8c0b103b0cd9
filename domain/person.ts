import type { Person, PersonId, PickedPerson, Role } from './person.schema';

export type { Person, PersonId, PickedPerson, Role } from './person.schema';

/** The one spelling of a person's id; directories differ in case, ids of Rapport do not. */
export const personIdOf = (tid: string, oid: string): PersonId => `${tid}.${oid}`.toLowerCase();

/** The object id inside a person's id. */
export const oidOf = (person: PersonId): string => person.slice(person.indexOf('.') + 1);

/** A person as the host's picker gives them. */
export const pickedOf = ({ id, name }: Person): PickedPerson => ({ oid: oidOf(id), name });

/** How somebody is called in running text: the given name, where the directory's spelling shows it. */
export function shortName(name: string): string {
  const [family, given] = name.split(',', 2);
  const called = (given ?? family ?? name).trim();
  return called.split(/\s+/u)[0] || name;
}

export const otherRole = (role: Role): Role => (role === 'manager' ? 'report' : 'manager');
