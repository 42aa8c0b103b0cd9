/** The newest version of the information terms (PRACTICE C6). Their words are in the message files. */
export const TERMS_VERSION = 1;

/** That somebody agreed to one version of the terms, and when. */
export interface Agreement {
  readonly terms: number;
  readonly at: string;
}

/**
 * The version that holds between two people: the newest that both agreed to. Newer words change nothing until
 * the second one has agreed to them too.
 * @returns null while there is none: shared notes and feedback wait (PRACTICE C6)
 */
export function termsInForce(
  one: readonly Agreement[],
  other: readonly Agreement[],
): number | null {
  const common = one
    .map(({ terms }) => terms)
    .filter((terms) => other.some((agreement) => agreement.terms === terms));
  return common.length > 0 ? Math.max(...common) : null;
}
