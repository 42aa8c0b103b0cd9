import { Disclosure } from '../parts/Disclosure';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './AsTable.module.css';

interface Props {
  /** What it is a table of. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** When it was (ISO 8601): no other row has the same. */
  readonly at: string;
  /** Begins with what it is about; one for each column. */
  readonly cells: readonly [string, ...(string | number)[]];
}

/** The same figures as in a picture, for whoever would rather read them (PRACTICE D12). */
export function AsTable({ title, columns, rows }: Props) {
  const { t } = useWords();
  return (
    <Named words={title}>
      <Disclosure summary={t('pace.asTable')}>
        <table className={styles['table']}>
          <caption className={text['hidden']}>{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ at, cells: [head, ...cells] }) => (
              <tr key={at}>
                <th scope="row">{head}</th>
                {cells.map((cell, n) => (
                  <td key={columns[n + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </Named>
  );
}
