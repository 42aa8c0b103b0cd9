import type { SeriesView } from '@rapport/domain/series';
import type { WordsKey } from '../words/words';

/** What the forms below the line work with. */
export interface FormProps {
  readonly view: SeriesView;
  readonly name: string;
  readonly busy: boolean;
  /** Writes below the series, says so, and folds the form. */
  readonly onSave: (path: string, body: object, said: WordsKey) => void;
  readonly onCancel: () => void;
}
