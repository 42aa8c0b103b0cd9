import type { ImportedLine } from '@rapport/domain/imported.schema';
import type { SeriesView } from '@rapport/domain/series';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import styles from './importing.module.css';
import { sayDay } from './sayDay';
import { useLocale } from './useLocale';

/** The words of one line as they came; of a promise also whose it is, and whether its box was ticked. */
export function ImportedWords({
  view,
  line,
}: {
  readonly view: SeriesView;
  readonly line: ImportedLine;
}) {
  const { t } = useWords();
  const locale = useLocale();
  const depth = Math.min(line.depth, 4);
  return (
    <div className={styles[`depth${depth}`]}>
      <p className={line.kind === 'topic' ? styles['topic'] : styles['text']}>{line.text}</p>
      {line.kind === 'action' ? (
        <p className={styles['hint']}>
          {t(line.due ? 'bring.promiseBy' : 'bring.promise', {
            name: line.owner ? shortName(view[line.owner]?.name ?? '') : t('bring.nobody'),
            state: t(line.done ? 'bring.done' : 'bring.open'),
            date: line.due ? sayDay(line.due, locale) : '',
          })}
          {line.promise ? ` · ${t('bring.promised')}` : ''}
        </p>
      ) : null}
    </div>
  );
}
