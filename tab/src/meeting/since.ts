import { linesOf } from '@rapport/domain/agenda';
import { otherRole } from '@rapport/domain/person';
import type { SeriesView } from '@rapport/domain/series';

export interface Since {
  /** New topics of the other one. */
  readonly topics: number;
  /** Promises of either that are kept now. */
  readonly done: number;
}

/** What changed since the last meeting, for one of the two (PRACTICE D3); null where nothing did. */
export function changedSince({ lastMeeting, topics, actions, me }: SeriesView): Since | null {
  if (!lastMeeting) return null;
  const after = (at: string | null): boolean => at !== null && at > lastMeeting.finishedAt;
  const since = {
    topics: linesOf(topics, otherRole(me)).filter(({ at }) => after(at)).length,
    done: actions.filter(({ doneAt }) => after(doneAt)).length,
  };
  return since.topics + since.done > 0 ? since : null;
}
