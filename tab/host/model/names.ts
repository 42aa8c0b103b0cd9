import type { LocalPerson } from './server';

export const firstName = (person: LocalPerson): string => person.name.split(' ')[0] ?? person.name;

export const byKey = (people: readonly LocalPerson[], key: string): LocalPerson | null =>
  people.find((person) => person.key === key) ?? null;

/** The other one of two, for somebody who is one of them; otherwise the first. */
export function otherOf(
  people: readonly LocalPerson[],
  pair: readonly [string, string],
  me: string,
): LocalPerson | null {
  return byKey(people, pair[0] === me ? pair[1] : pair[0]);
}

/** Finds somebody as an app may name them: object id, e-mail address or user principal name. */
export function byAnyName(people: readonly LocalPerson[], name: string): LocalPerson | null {
  const wanted = name.toLowerCase();
  return (
    people.find(({ oid, email }) => [oid, email].some((one) => one.toLowerCase() === wanted)) ??
    null
  );
}
