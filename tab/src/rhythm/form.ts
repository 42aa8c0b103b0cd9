import type { SeriesView } from '@rapport/domain/series';

/** What the forms below the line work with. */
export interface FormProps {
  readonly view: SeriesView;
  readonly name: string;
  readonly busy: boolean;
  /** Writes below the series, says what was done, and folds the form. */
  readonly onSave: (path: string, body: object, said: string) => void;
  readonly onCancel: () => void;
}
