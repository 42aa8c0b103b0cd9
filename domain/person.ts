import type { PersonId, Role } from './person.schema';

export type { Person, PersonId, PickedPerson, Role } from './person.schema';

/** The one spelling of a person's id; directories differ in case, ids of Rapport do not. */
export const personIdOf = (tid: string, oid: string): PersonId => `${tid}.${oid}`.toLowerCase();

export const otherRole = (role: Role): Role => (role === 'manager' ? 'report' : 'manager');
