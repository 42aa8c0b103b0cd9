import type { ConcernMark } from '@rapport/domain/concern.schema';
import type { Seat } from '@rapport/domain/series';
import { useId } from 'react';
import { Disclosure } from '../parts/Disclosure';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './concerns.module.css';
import { RaisedTopics } from './RaisedTopics';

interface Props {
  readonly seats: readonly Seat[];
  readonly resting: readonly { readonly series: string; readonly from: string }[];
  readonly marks: readonly ConcernMark[];
  readonly onChange: (marks: readonly ConcernMark[]) => void;
}

/** One topic of each 1:1 that somebody leads, out of what the other one raised there. */
export function MarkTopics({ seats, resting, marks, onChange }: Props) {
  const { t, date, locale } = useWords();
  const hint = useId();
  const collator = new Intl.Collator(locale);
  const led = seats
    .filter(({ role, state }) => role === 'manager' && state === 'joined')
    .toSorted((a, b) => collator.compare(a.other ?? '', b.other ?? ''));
  return (
    <fieldset className={styles['marks']} aria-describedby={hint}>
      <legend>{t('concern.marks')}</legend>
      <p id={hint} className={text['quiet']}>
        {t('concern.marksHint')}
      </p>
      {led.map(({ series, other }) => {
        // In full: two of the same first name are two people.
        const name = other ?? '';
        const rests = resting.find((one) => one.series === series);
        if (rests) {
          return (
            <p key={series} className={text['quiet']}>
              {t('concern.rests', { name, date: date(rests.from) })}
            </p>
          );
        }
        const mark = marks.find((one) => one.series === series) ?? null;
        const rest = marks.filter((one) => one !== mark);
        return (
          <Disclosure
            key={series}
            summary={t(mark ? 'concern.marked' : 'concern.notMarked', { name })}
          >
            <RaisedTopics
              series={series}
              name={name}
              mark={mark}
              onChange={(chosen) => onChange(chosen ? [...rest, chosen] : rest)}
            />
          </Disclosure>
        );
      })}
    </fieldset>
  );
}
