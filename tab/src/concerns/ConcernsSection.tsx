import type { Seat } from '@rapport/domain/series';
import { useRef, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useWords } from '../words/useWords';
import { ConcernEntry } from './ConcernEntry';
import { ConcernForm } from './ConcernForm';
import styles from './concerns.module.css';
import { useConcerns } from './useConcerns';

interface Props {
  readonly seats: readonly Seat[];
}

/** What several people raised with their manager, to be said outside without names (PRACTICE C8). */
export default function ConcernsSection({ seats }: Props) {
  const { t } = useWords();
  return (
    <Disclosure look="section" summary={t('concern.title')}>
      <ConcernList seats={seats} />
    </Disclosure>
  );
}

function ConcernList({ seats }: Props) {
  const { t } = useWords();
  const concerns = useConcerns();
  const [region, announce] = useAnnouncer();
  const [writing, setWriting] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const { reading } = concerns;
  if (reading.status === 'failed') {
    return <Problem refusal={reading.refusal} onRetry={() => void concerns.refresh()} />;
  }
  const read = reading.status === 'ready' ? reading.value : null;
  const shared = { seats, concerns, announce };
  return (
    <div ref={root} tabIndex={-1} className={text['stack']} aria-busy={read === null}>
      <p className={styles['para']}>{t('concern.lead')}</p>
      <p className={text['quiet']}>{t('concern.who')}</p>
      <Disclosure summary={t('concern.how')}>
        <ol className={styles['steps']}>
          <li>{t('concern.how1')}</li>
          <li>{t('concern.how2')}</li>
          <li>{t('concern.how3')}</li>
          <li>{t('concern.how4')}</li>
        </ol>
      </Disclosure>
      {read?.concerns.length === 0 && !writing ? (
        <p className={styles['para']}>{t('concern.empty')}</p>
      ) : null}
      {read && read.concerns.length > 0 ? (
        <ul className={styles['list']}>
          {read.concerns.map((concern) => (
            <li key={concern.id}>
              <ConcernEntry {...shared} concern={concern} read={read} />
            </li>
          ))}
        </ul>
      ) : null}
      {read && writing ? (
        <ConcernForm {...shared} concern={null} read={read} onDone={() => setWriting(false)} />
      ) : null}
      {read && !writing ? (
        <div>
          <Button onClick={() => setWriting(true)}>{t('concern.new')}</Button>
        </div>
      ) : null}
      {region}
    </div>
  );
}
