/** What can be done about the numbers of a meeting. */
export interface TalkShareActions {
  /** @param share as one measured it; null: whichever the other one measured */
  keep(meeting: number, share: number | null): Promise<void>;
  drop(meeting: number, said: string): Promise<void>;
  announce(words: string): void;
}
