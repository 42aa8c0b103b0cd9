import type { AboutUsView } from '@rapport/domain/aboutUs';
import { useMemo } from 'react';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { ABOUT_US } from '../sections/aboutUs';
import { useWords } from '../words/useWords';

/** What the two care about in working together, in sight where they say what is relevant (PRACTICE C2). */
export function ValuesLine({
  seriesId,
  ended,
}: {
  readonly seriesId: string;
  readonly ended: boolean;
}) {
  const { t } = useWords();
  const { client } = useApp();
  const live = useMemo(() => client.follow<AboutUsView>(seriesId, ABOUT_US), [client, seriesId]);
  const reading = useLive(live);
  const values = reading.status === 'ready' ? reading.value.values : [];
  if (values.length === 0) {
    return ended ? null : <p className={text['quiet']}>{t('goals.valuesNone')}</p>;
  }
  return (
    <p className={text['quiet']}>
      {t('goals.values')}{' '}
      {values.map((value, n) => (
        <span key={value.id}>
          {n > 0 ? ' · ' : null}
          <bdi>{value.text}</bdi>
        </span>
      ))}
    </p>
  );
}
