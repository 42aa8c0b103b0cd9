import type { SeriesView } from '@rapport/domain/series';
import type { OfferView } from '@rapport/domain/succession.schema';
import { useRef } from 'react';
import { Disclosure } from '../parts/Disclosure';
import text from '../parts/text.module.css';
import { useHeldFocus } from '../parts/useHeldFocus';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { Choose } from './Choose';
import { hasLeftAlready, type Entry } from './entry';
import { OfferList } from './OfferList';
import styles from './succession.module.css';

interface Props {
  readonly view: SeriesView;
  /** How the other one in this 1:1 is called. */
  readonly name: string;
  readonly entry: Entry;
  readonly offers: readonly OfferView[];
  readonly busy: boolean;
  /** @param done what is read out once it is written */
  readonly write: (path: string, body: object, done: string) => Promise<boolean>;
  readonly onGone: () => Promise<void>;
}

/** What comes along, line by line: own words by oneself, joint ones by both. */
export function Offers({ view, name, entry, offers, busy, write, onGone }: Props) {
  const { t } = useWords();
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const called = shortName(entry.name);
  return (
    <div
      ref={root}
      tabIndex={-1}
      className={styles['along']}
      role="group"
      aria-label={t('offer.list', { name: called })}
    >
      <OfferList {...{ view, name, called, offers, busy, write }} back={entry.kind === 'back'} />
      {hasLeftAlready(view) ? null : (
        <Disclosure summary={t('offer.choose', { name: called })}>
          <div className={text['stack']}>
            <Choose view={view} name={name} entry={entry} offers={offers} onGone={onGone} />
          </div>
        </Disclosure>
      )}
    </div>
  );
}
