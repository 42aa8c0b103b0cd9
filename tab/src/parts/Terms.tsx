import type { Labels } from '@rapport/domain/shape';
import { TERMS_VERSION } from '@rapport/domain/terms';
import { LABEL_WORDS } from '../words/labels';
import { useWords } from '../words/useWords';
import { Disclosure } from './Disclosure';
import styles from './Terms.module.css';
import { TERMS_WORDS } from './termsWords';

interface Props {
  /** Whose freedom the terms protect: the reader's own, or that of somebody else (null: nobody named yet). */
  readonly reader: 'manager' | 'report';
  readonly report: string | null;
  /** What the two call themselves. */
  readonly labels?: Labels;
  readonly version?: number;
  /** Whether the exceptions stand there in full; else they are one press away. */
  readonly full?: boolean;
}

/** The information terms (PRACTICE C6): three sentences, and each exception in full one press away. */
export function Terms({ reader, report, labels, version = TERMS_VERSION, full = false }: Props) {
  const { t } = useWords();
  const words = TERMS_WORDS[version];
  if (!words) return null;
  const theirs = report ? t('terms.freedom', { name: report }) : t('terms.freedomUnnamed');
  return (
    <div className={styles['terms']}>
      {words.changed ? <p className={styles['changed']}>{t(words.changed)}</p> : null}
      {words.sentences.map((sentence) => (
        <p key={sentence}>{t(sentence)}</p>
      ))}
      <p>{reader === 'report' ? t('terms.freedomYours') : theirs}</p>
      {full ? (
        <Exceptions version={version} labels={labels} />
      ) : (
        <Disclosure summary={t('terms.read')}>
          <Exceptions version={version} labels={labels} />
        </Disclosure>
      )}
    </div>
  );
}

function Exceptions({
  version,
  labels = 'manager',
}: {
  version: number;
  labels?: Labels | undefined;
}) {
  const { t } = useWords();
  const called = LABEL_WORDS[labels];
  const roles = { manager: t(called.manager), report: t(called.report) };
  return (
    <>
      <dl className={styles['exceptions']}>
        {(TERMS_WORDS[version]?.exceptions ?? []).map(([title, text]) => (
          <div key={title}>
            <dt>{t(title)}</dt>
            <dd>{t(text, roles)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('terms.versions')}</p>
    </>
  );
}
