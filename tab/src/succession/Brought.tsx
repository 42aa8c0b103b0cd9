import type { SeriesView } from '@rapport/domain/series';
import { useId, type ReactNode } from 'react';
import { Disclosure } from '../parts/Disclosure';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { BroughtRow } from './BroughtRow';
import { NOUNS, NOUNS_WORDS } from './nouns';
import styles from './succession.module.css';
import { useBrought } from './useBrought';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called. */
  readonly name: string;
  /** Said where there is nothing; null: then nothing is shown at all. */
  readonly empty: string | null;
}

/** So many of one kind stand there without being unfolded; a year of 1:1s is more. */
const UNFOLDED = 10;

/** What somebody let come along from another 1:1: the words, whose they are, and nothing else. */
export default function Brought({ view, name, empty }: Props) {
  const { t } = useWords();
  const { reading, refresh, region, announce, root } = useBrought(view);
  if (reading.status === 'failed') {
    return <Problem refusal={reading.refusal} onRetry={() => void refresh()} />;
  }
  const lines = reading.status === 'ready' ? reading.value.lines : [];
  if (lines.length === 0) return empty ? <p className={text['quiet']}>{empty}</p> : null;
  return (
    <div ref={root} tabIndex={-1} className={styles['along']}>
      <p className={text['quiet']}>{t('brought.reads', { name })}</p>
      {hasLeft(view) ? null : (
        <p className={text['quiet']}>{t('brought.kept', { months: view.retention.months })}</p>
      )}
      {NOUNS.map((noun) => ({ noun, own: lines.filter((line) => line.noun === noun) })).map(
        ({ noun, own }) =>
          own.length > 0 ? (
            <Kind key={noun} title={t(NOUNS_WORDS[noun])} folded={own.length > UNFOLDED}>
              {own.map((line) => (
                <BroughtRow
                  key={line.id}
                  view={view}
                  line={line}
                  announce={announce}
                  onRemoved={refresh}
                />
              ))}
            </Kind>
          ) : null,
      )}
      {region}
    </div>
  );
}

interface KindProps {
  readonly title: string;
  readonly folded: boolean;
  readonly children: ReactNode;
}

function Kind({ title, folded, children }: KindProps) {
  const id = useId();
  const list = <ul className={styles['list']}>{children}</ul>;
  if (folded) return <Disclosure summary={title}>{list}</Disclosure>;
  return (
    <section aria-labelledby={id} className={text['tight']}>
      <h3 id={id} className={styles['kind']}>
        {title}
      </h3>
      {list}
    </section>
  );
}
