/** One entry of the local directory, as far as the local Teams needs it. */
export interface LocalPerson {
  /** Short name used in addresses, e.g. `maya`. */
  readonly key: string;
  readonly oid: string;
  readonly tid: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  /** Keys of the people who report to this one. */
  readonly manages: readonly string[];
}
