import type { DrawnMeeting } from '@rapport/domain/pictures';
import { useWords } from '../words/useWords';
import { barsOf, measuredOf, type Bar } from './answers';
import { AsTable } from './AsTable';
import { useNames, type Who } from './Key';
import styles from './pictures.module.css';
import { SideBySide } from './SideBySide';
import { useSpans } from './spans';

/** The report's share of the talking, as both remember it, and as a transcript said where both kept it (PRACTICE A8). */
export function Shares({ shares, ...who }: Who & { readonly shares: readonly DrawnMeeting[] }) {
  const { t } = useWords();
  const names = useNames(who);
  const spans = useSpans('meeting');
  const measured = shares.some((one) => measuredOf(one).length > 0);
  const title = who.me === 'report' ? t('pics.shareYours') : t('pics.share', { name: who.name });
  const percent = (share: number | undefined) =>
    share === undefined ? t('pics.none') : t('checkIn.percent', { share });
  return (
    <div className={styles['question']}>
      <figure className={styles['figure']}>
        <figcaption>{title}</figcaption>
        <SideBySide
          most={100}
          columns={shares.map((one) => ({
            at: one.finishedAt,
            bars: [
              ...(one.checkIn ? barsOf(one.checkIn.share) : []),
              ...measuredOf(one).map((value): Bar => ({ of: 'measured', value })),
            ],
            label: spans.short(one.finishedAt),
          }))}
        />
      </figure>
      <AsTable
        title={title}
        columns={[
          t('pace.tableDate'),
          names.manager,
          names.report,
          ...(measured ? [t('pics.measured')] : []),
        ]}
        rows={shares.map((one) => ({
          at: one.finishedAt,
          cells: [
            spans.long(one.finishedAt),
            percent(one.checkIn?.share.manager),
            percent(one.checkIn?.share.report),
            ...(measured ? [measuredOf(one).map(percent).join(', ') || percent(undefined)] : []),
          ],
        }))}
      />
    </div>
  );
}
