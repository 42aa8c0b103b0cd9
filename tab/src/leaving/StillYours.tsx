import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useRef } from 'react';
import { Confirm } from '../parts/Confirm';
import { LockIcon } from '../parts/icons';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import group from '../parts/TopicGroup.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import styles from './leaving.module.css';

type Kind = 'topics' | 'notes' | 'feedback';
const KINDS: readonly Kind[] = ['topics', 'notes', 'feedback'];
const TITLES: Readonly<Record<Kind, WordsKey>> = {
  topics: 'still.topics',
  notes: 'still.notes',
  feedback: 'still.feedback',
};

/** Where lines of one kind are found, below the address of a series. */
const pathOf = (kind: Kind): string => `private-${kind}`;

/**
 * What only this person reads once one of the two has left: all of it is shown, and each line may still go, without
 * everything else going (PRACTICE D11). Nothing may come back, so each is asked about first.
 */
export default function StillYours({ view }: { readonly view: SeriesView }) {
  const { t } = useWords();
  const { client } = useApp();
  const root = useRef<HTMLElement>(null);
  const kinds = KINDS.filter((kind) => view.onlyMe[kind].length > 0);
  const count = KINDS.reduce((sum, kind) => sum + view.onlyMe[kind].length, 0);
  const known = useRef(count);
  useEffect(() => {
    // The button that was pressed went with its line.
    if (count < known.current && document.activeElement === document.body) root.current?.focus();
    known.current = count;
  }, [count]);
  if (kinds.length === 0) return null;
  return (
    <section ref={root} tabIndex={-1} className={styles['still']} aria-label={t('still.title')}>
      <div className={group['heading']}>
        <h2 className={group['title']}>{t('still.title')}</h2>
        <p className={group['who']}>
          <LockIcon />
          <span>{t('who.onlyYou')}</span>
        </p>
      </div>
      <p className={text['quiet']}>{t('still.lead')}</p>
      {kinds.map((kind) => (
        <div key={kind} className={text['tight']}>
          <h3 className={styles['kind']}>{t(TITLES[kind])}</h3>
          <ul className={`${group['list']} ${styles['lines']}`}>
            {view.onlyMe[kind].map(({ id, version, text: words }) => (
              <li key={id}>
                <p dir="auto" className={text['prose']}>
                  {words}
                </p>
                <Named words={words}>
                  <Confirm
                    small
                    label={t('topic.remove')}
                    question={t('still.ask')}
                    confirm={t('still.now')}
                    work={() =>
                      client.writeTo(view.id, `${pathOf(kind)}/${id}/remove`, { version })
                    }
                  />
                </Named>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
