import type { Role } from '@rapport/domain/person';

/** Whose past meetings are read, and by whom. */
export interface PastProps {
  readonly seriesId: string;
  readonly me: Role;
  /** How the other one is called. */
  readonly name: string;
  readonly both: string;
}
