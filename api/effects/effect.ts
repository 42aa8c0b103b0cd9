import type { Person, PersonId, Role } from '@rapport/domain/person';

/**
 * What a change in one partition still has to do in others. Stored in the batch that makes the change, done
 * right after it, and swept up by a timer if it was interrupted; doing one twice does nothing more.
 */
export type Effect =
  /** Bring everybody's hints (seats, chat pointers, open places) in line with the head. */
  | { readonly type: 'seats'; readonly series: string; readonly people: readonly PersonId[] }
  /** Let a chat open for somebody what they bound to it themselves. */
  | {
      readonly type: 'point';
      readonly chatKey: string;
      readonly series: string;
      readonly person: PersonId;
      readonly at: string;
    }
  /** Carry a line of somebody's own page to what both share, then off that page. */
  | {
      readonly type: 'publish';
      readonly series: string;
      readonly line: string;
      readonly person: PersonId;
      readonly by: Role;
    }
  /** Put the open boxes of notes that somebody brought for themselves on the agenda, as they chose. */
  | {
      readonly type: 'bringPromises';
      readonly series: string;
      readonly person: PersonId;
      readonly importId: string;
      readonly part: number;
      /** The command that brought them. */
      readonly command: string;
    }
  /** Lay each one's own notes of a finished meeting beside it, off the page of the next. */
  | {
      readonly type: 'keepNotes';
      readonly series: string;
      readonly number: number;
      readonly people: readonly PersonId[];
      /** When it was finished: what was written later belongs to the next one. */
      readonly at: string;
    }
  /** Carry what is due of somebody's feedback to the other one, not before its time. */
  | {
      readonly type: 'deliver';
      readonly series: string;
      readonly person: PersonId;
      readonly notBefore: string | null;
    }
  /** Lay both check-ins side by side, if there are both. */
  | { readonly type: 'reveal'; readonly series: string; readonly meeting: number }
  /** Let what both shared go for good, once its time has come (PRACTICE D11). */
  | { readonly type: 'end'; readonly series: string; readonly notBefore: string }
  /** Delete everything of somebody: out of every series, then their own partition with its key. */
  | { readonly type: 'forget'; readonly person: PersonId; readonly at: string }
  /** Write down what became of asking somebody to lead; `outcome`: declined, the series that came of it, or nothing. */
  | {
      readonly type: 'name';
      readonly series: string;
      readonly succession: string;
      readonly outcome: string | null;
    }
  /** Take what was let go from a series to the one that followed on it, or back. */
  | { readonly type: 'carry'; readonly series: string; readonly succession: string }
  /** Let what came along go on its day, and come again on the next one. */
  | { readonly type: 'passBrought'; readonly series: string }
  /** End a stand-in's series on its day. */
  | { readonly type: 'endStandIn'; readonly series: string; readonly at: string }
  /** Give what is past the dates that a change of its retention brings, once that holds. */
  | {
      readonly type: 'redate';
      readonly series: string;
      /** When it was announced: what was taken back or announced anew since is another one. */
      readonly announcedAt: string;
      readonly notBefore: string;
    }
  /** Lay down when its people could be told of what the head says by now. */
  | { readonly type: 'remind'; readonly series: string }
  /** Lay a number of a meeting's talk share with it, if both would keep one. */
  | { readonly type: 'keepTalkShare'; readonly series: string; readonly meeting: number }
  /** … or take it away again for both: somebody's wishes up to this version of their page. */
  | {
      readonly type: 'dropTalkShare';
      readonly series: string;
      readonly meeting: number;
      readonly by: Role;
      readonly upTo: number;
    }
  /** Freeze a common concern in its batch, and show it to whoever raised it. */
  | {
      readonly type: 'freezeConcern';
      readonly manager: PersonId;
      readonly concern: string;
      readonly handedIn: string;
      readonly notBefore: string;
    }
  /** Count who is still part of a common concern, and tell its manager the result. */
  | {
      readonly type: 'countConcern';
      readonly manager: PersonId;
      readonly concern: string;
      readonly handedIn: string;
      readonly notBefore: string;
    }
  /** Put somebody's request to join before the managers who wait in this chat. */
  | {
      readonly type: 'ask';
      readonly chatKey: string;
      readonly requestId: string;
      readonly person: Person;
      readonly at: string;
    };

export const EFFECT_KIND = 'effect';

/** How long after its change an effect counts as interrupted and is swept up. */
export const SWEEP_AFTER_MS = 30_000;
