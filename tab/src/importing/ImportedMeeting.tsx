import type { ImportedLine, ImportedMeeting as Meeting } from '@rapport/domain/imported.schema';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useRef } from 'react';
import history from '../history/history.module.css';
import { useWords } from '../words/useWords';
import { ImportedWords } from './ImportedWords';
import styles from './importing.module.css';
import { sayDay } from './sayDay';
import { useLocale } from './useLocale';

interface Props {
  readonly view: SeriesView;
  readonly meeting: Meeting;
  /** Which line was looked for, from 0: it is brought to where it can be read, and stands out. */
  readonly here?: number;
}

/** One meeting of notes from before, as they say. */
export function ImportedMeeting({ view, meeting: { heldOn, title, lines }, here }: Props) {
  const { t } = useWords();
  const locale = useLocale();
  const found = useRef<HTMLDivElement>(null);
  useEffect(() => {
    found.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <section className={styles['past']}>
      <h4 className={styles['title']}>
        {[heldOn ? sayDay(heldOn, locale) : title ? null : t('bring.undated'), title]
          .filter((words) => words !== null)
          .join(' · ')}
      </h4>
      {keyed(lines).map(([key, line, index]) =>
        index === here ? (
          <div key={key} ref={found} className={history['here']}>
            <ImportedWords view={view} line={line} />
          </div>
        ) : (
          <ImportedWords key={key} view={view} line={line} />
        ),
      )}
    </section>
  );
}

/** Lines never move: their order names them. */
const keyed = (lines: readonly ImportedLine[]) =>
  lines.map((line, index) => [`${index} ${line.kind}`, line, index] as const);
