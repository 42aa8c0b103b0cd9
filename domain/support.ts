import type { SupportResource, SupportResources } from './support.schema';

export type { SupportResource, SupportResources } from './support.schema';

/**
 * What the organisation entered, in the reader's language where there is one, else in the first.
 * @param locale BCP 47, e.g. `de-AT`
 * @returns nothing where the organisation entered nothing
 */
export function supportIn(resources: SupportResources, locale: string): readonly SupportResource[] {
  const languages = Object.keys(resources);
  const wanted = locale.toLowerCase();
  const named = (name: string) => languages.find((language) => language.toLowerCase() === name);
  const language = named(wanted) ?? named(wanted.split('-')[0] ?? '') ?? languages[0];
  return (language === undefined ? undefined : resources[language]) ?? [];
}
