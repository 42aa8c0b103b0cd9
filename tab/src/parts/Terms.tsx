import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { Disclosure } from './Disclosure';
import styles from './Terms.module.css';

interface Props {
  /** Whose freedom the terms protect: the reader's own, or that of somebody else (null: nobody named yet). */
  readonly reader: 'manager' | 'report';
  readonly report: string | null;
}

const EXCEPTIONS: readonly (readonly [WordsKey, WordsKey])[] = [
  ['terms.common.title', 'terms.common.text'],
  ['terms.permission.title', 'terms.permission.text'],
  ['terms.safety.title', 'terms.safety.text'],
];

/** The information terms (PRACTICE C6): three sentences, and each exception in full one press away. */
export function Terms({ reader, report }: Props) {
  const { t } = useWords();
  const theirs = report ? t('terms.freedom', { name: report }) : t('terms.freedomUnnamed');
  return (
    <div className={styles['terms']}>
      <p>{t('terms.between')}</p>
      <p>{t('terms.exceptions')}</p>
      <p>{reader === 'report' ? t('terms.freedomYours') : theirs}</p>
      <Disclosure summary={t('terms.read')}>
        <dl className={styles['exceptions']}>
          {EXCEPTIONS.map(([title, text]) => (
            <div key={title}>
              <dt>{t(title)}</dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('terms.versions')}</p>
      </Disclosure>
    </div>
  );
}
