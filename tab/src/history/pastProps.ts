import type { Role } from '@rapport/domain/person';
import type { SeriesView } from '@rapport/domain/series';

/** Whose past meetings are read, and by whom. */
export interface PastProps {
  readonly view: SeriesView;
  readonly seriesId: string;
  readonly me: Role;
  /** How the other one is called. */
  readonly name: string;
  readonly both: string;
}
