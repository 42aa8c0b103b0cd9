import type { Role } from '@rapport/domain/person';

/** The two, as they are called. */
export interface People {
  readonly manager: string;
  /** null while nobody is named. */
  readonly report: string | null;
}

/**
 * Whose promise a box is: the one of the two who is named first, by `@name`, `name:`, `name to …` or `(name)`, with
 * the first name or the whole.
 * @returns null where they name nobody: whose it is, somebody has to say
 */
export function findOwner(text: string, people: People): Role | null {
  const found = (['manager', 'report'] as const).flatMap((role) => {
    const name = people[role];
    if (!name) return [];
    const at = [name, name.split(/\s+/)[0] ?? name].flatMap((called) => placeOf(text, called));
    return at.length > 0 ? [{ role, at: Math.min(...at) }] : [];
  });
  // Two of one name: nobody is meant for certain.
  if (found.length === 2 && found[0]?.at === found[1]?.at) return null;
  return found.toSorted((a, b) => a.at - b.at)[0]?.role ?? null;
}

function placeOf(text: string, called: string): number[] {
  const name = called.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const forms = [
    String.raw`@${name}(?![\p{L}\d])`,
    String.raw`^[*_]*${name}[*_]*\s*:`,
    String.raw`^[*_]*${name}[*_]*\s+(?:to|will)\s`,
    String.raw`[([]${name}[)\]]`,
    String.raw`[-–—]\s*${name}\s*$`,
  ];
  return forms.flatMap((form) => {
    const match = new RegExp(form, 'iu').exec(text);
    return match ? [match.index] : [];
  });
}
