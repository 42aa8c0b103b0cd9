import type { GoalView } from '@rapport/domain/goal';
import type { SeriesView } from '@rapport/domain/series';
import type { GoalChanges } from './useGoals';

/** What the parts of an open goal work with. */
export interface GoalParts {
  readonly view: SeriesView;
  readonly name: string | null;
  readonly goal: GoalView;
  readonly changes: GoalChanges;
  /** Once somebody left there is nothing to write any more. */
  readonly fixed: boolean;
  readonly announce: (words: string) => void;
}
