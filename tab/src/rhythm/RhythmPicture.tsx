import type { Pause } from '@rapport/domain/rhythm';
import type { Rhythm } from '@rapport/domain/series';
import type { CSSProperties } from 'react';
import { AsTable } from '../pictures/AsTable';
import { RHYTHM_INSIDE } from '../words/labels';
import { useWords } from '../words/useWords';
import styles from './RhythmPicture.module.css';
import { stripOf } from './strip';

interface Props {
  /** When meetings were finished (ISO 8601), in any order. */
  readonly finished: readonly string[];
  readonly rhythm: Rhythm;
  /** When the two began (ISO 8601). */
  readonly since: string;
  readonly pauses?: readonly Pause[] | undefined;
  /** In milliseconds: the right end, or the left one where that is how one reads. */
  readonly now: number;
}

/** How two people really met in the last six months, with the agreed spacing behind it (PRACTICE D7). */
export function RhythmPicture({ finished, rhythm, since, pauses, now }: Props) {
  const { t, date, locale } = useWords();
  const strip = stripOf({ finished, rhythm, since, pauses: pauses ?? [] }, now);
  const month = new Intl.DateTimeFormat(locale, { month: 'short' });
  const count = strip.meetings.length;
  const agreed = t(RHYTHM_INSIDE[rhythm]);
  return (
    <figure className={styles['figure']}>
      <figcaption>
        {strip.whole
          ? t('pace.picture', { count, rhythm: agreed })
          : t('pace.pictureSince', { count, rhythm: agreed, date: date(since) })}
      </figcaption>
      <div className={styles['strip']} aria-hidden>
        {strip.breaks.map(({ from, to }) => (
          <span key={from} className={styles['break']} style={placed(from, to - from)} />
        ))}
        {strip.agreed.map((place) => (
          <span key={place} className={styles['tick']} style={placed(place)} />
        ))}
        {strip.meetings.map(({ at, place }) => (
          <span key={at} className={styles['dot']} style={placed(place)} />
        ))}
      </div>
      <div className={styles['months']} aria-hidden>
        {strip.months.map(({ at, place }) => (
          <span key={at} style={placed(place)}>
            {month.format(new Date(at))}
          </span>
        ))}
      </div>
      <ul className={styles['key']} aria-hidden>
        <li>
          <span className={styles['dot']} />
          {t('pace.pictureMet')}
        </li>
        {strip.agreed.length > 0 ? (
          <li>
            <span className={styles['tick']} />
            {t('pace.pictureAgreed')}
          </li>
        ) : null}
        {strip.breaks.length > 0 ? (
          <li>
            <span className={styles['break']} />
            {t('pace.pictureBreak')}
          </li>
        ) : null}
      </ul>
      {count > 0 ? (
        <AsTable
          title={t('pace.title')}
          columns={[t('pace.tableDate'), t('pace.tableDays')]}
          rows={strip.meetings
            .toReversed()
            .map(({ at, days }) => ({ at, cells: [date(at), days ?? t('pace.tableNone')] }))}
        />
      ) : null}
    </figure>
  );
}

/** Where something begins on the strip, and how long it is, as shares of it. */
const placed = (place: number, length?: number): CSSProperties => ({
  insetInlineStart: `${(place * 100).toFixed(2)}%`,
  ...(length === undefined ? {} : { inlineSize: `${(length * 100).toFixed(2)}%` }),
});
