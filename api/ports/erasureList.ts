/**
 * What was forgotten, in order, for the day a backup of the key store is put back: the list lies where that
 * backup does not reach, and is replayed before anything is opened. Entries are opaque here and never change.
 * One list serves several key stores, each by the name of its house.
 */
export interface ErasureList {
  /** Makes the list of a house, empty; nothing happens where it is there. */
  begin(house: string): Promise<void>;
  /** @returns the position of the newest entry, 0 where there is none yet; null: it knows no such house */
  last(house: string): Promise<number | null>;
  /**
   * Positions count from 1 without gaps: who sees one sees all before it. Durable once acknowledged.
   * @throws Error when it knows no such house
   */
  append(house: string, entry: Uint8Array): Promise<number>;
  /** Entries after this position, oldest first. */
  after(
    house: string,
    position: number,
    limit: number,
  ): Promise<readonly { readonly position: number; readonly entry: Uint8Array }[]>;
  close(): Promise<void>;
}
