import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { Disclosure } from './Disclosure';
import { Terms } from './Terms';
import styles from './Terms.module.css';

/**
 * One quiet line at the end of every screen: the terms with all exceptions in full, one press away (PRACTICE C6).
 * They are only read here, never agreed to, so that a meeting is not asked anything (PRACTICE A9).
 * @param view the 1:1 this is about; null where there is none: the newest words
 */
export default function TermsFoot({ view }: { readonly view: SeriesView | null }) {
  const { t } = useWords();
  const name = view && otherName(view);
  const { inForce, newest } = view?.terms ?? { inForce: null, newest: null };
  const version = inForce ?? newest;
  return (
    <div className={styles['foot']}>
      <Disclosure summary={t('terms.title')}>
        <Terms
          full
          reader={view?.me ?? 'report'}
          report={view?.me === 'manager' && name ? shortName(name) : null}
          {...(view ? { labels: view.labels } : {})}
          {...(version === null ? {} : { version })}
        />
      </Disclosure>
    </div>
  );
}
