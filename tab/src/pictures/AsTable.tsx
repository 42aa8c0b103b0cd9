import { Disclosure } from '../parts/Disclosure';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './AsTable.module.css';

interface Props {
  /** What it is a table of. */
  readonly title: string;
  readonly columns: readonly string[];
  /** Each begins with what it is about. */
  readonly rows: readonly (readonly [string, ...(string | number)[]])[];
}

/** The same figures as in a picture, for whoever would rather read them (PRACTICE D12). */
export function AsTable({ title, columns, rows }: Props) {
  const { t } = useWords();
  return (
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
          {rows.map(([head, ...cells], n) => (
            <tr key={n}>
              <th scope="row">{head}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}
