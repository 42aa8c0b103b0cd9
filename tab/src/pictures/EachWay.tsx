import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { AsTable } from './AsTable';
import type { Columns } from './columns';
import { Key, useNames, type Who } from './Key';
import { Mirrored } from './Mirrored';
import { Picture } from './Picture';
import styles from './pictures.module.css';
import { useSpans } from './spans';

interface Props extends Who {
  readonly title: string;
  readonly lead: string;
  /** Said where there is nothing to draw. */
  readonly nothing: string;
  readonly drawn: Columns;
}

const EACH = {
  meeting: 'pics.eachMeeting',
  month: 'pics.eachMonth',
  quarter: 'pics.eachQuarter',
} as const;
const WHEN = { meeting: 'pace.tableDate', month: 'pics.month', quarter: 'pics.months' } as const;

/** How much came from each of the two: the manager's above the line, the report's below, no total. */
export function EachWay({ title, lead, nothing, drawn, ...who }: Props) {
  const { t } = useWords();
  const names = useNames(who);
  const { step, columns } = drawn;
  const spans = useSpans(step);
  if (columns.every(({ counts }) => counts.manager + counts.report === 0)) {
    return (
      <Picture title={title}>
        <p className={text['quiet']}>{nothing}</p>
      </Picture>
    );
  }
  return (
    <Picture title={title} lead={lead}>
      <figure className={styles['figure']}>
        <figcaption className={styles['each']}>
          {t(EACH[step], { above: names.manager, below: names.report })}
        </figcaption>
        <Mirrored
          columns={columns.map(({ at, counts }) => ({ at, counts, label: spans.short(at) }))}
        />
        <Key {...who} />
      </figure>
      <AsTable
        title={title}
        columns={[t(WHEN[step]), names.manager, names.report]}
        rows={columns.map(({ at, counts }) => ({
          at,
          cells: [spans.long(at), counts.manager, counts.report],
        }))}
      />
    </Picture>
  );
}
