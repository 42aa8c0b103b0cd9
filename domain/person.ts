import type { Person, PersonId, PickedPerson, Role } from './person.schema';

export type { Person, PersonId, PickedPerson, Role } from './person.schema';

/** The one spelling of a person's id; directories differ in case, ids of Rapport do not. */
export const personIdOf = (tid: string, oid: string): PersonId => `${tid}.${oid}`.toLowerCase();

/** The object id inside a person's id. */
export const oidOf = (person: PersonId): string => person.slice(person.indexOf('.') + 1);

/** A person as the host's picker gives them. */
export const pickedOf = ({ id, name }: Person): PickedPerson => ({ oid: oidOf(id), name });

/** What begins a given name of two words in Arabic, e.g. "servant of": nobody is called by it alone. */
const HALF_A_NAME = /^(عبد|أبو|ابو|أم|ابن|abd|abdul|abdel|abu|abou|ibn|umm)$/iu;

/** How somebody is called in running text: the given name, where the directory's spelling shows it. */
export function shortName(name: string): string {
  const [family, given] = name.split(',', 2);
  const [first = '', second] = (given ?? family ?? name).trim().split(/\s+/u);
  return (second && HALF_A_NAME.test(first) ? `${first} ${second}` : first) || name;
}

export const otherRole = (role: Role): Role => (role === 'manager' ? 'report' : 'manager');
