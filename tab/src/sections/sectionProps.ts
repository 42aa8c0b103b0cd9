import type { SeriesView } from '@rapport/domain/series';

/** What each section of a series is given. */
export interface SectionProps {
  readonly view: SeriesView;
  /** How the other one is called; null while nobody is named. */
  readonly name: string | null;
  /** Reads the series again. */
  readonly onChanged: () => void;
}
