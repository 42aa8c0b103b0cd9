import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../parts/Button';
import { Section } from '../parts/Section';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';
import { oneOf, type Waiter } from './oneOf';

/** One thing that waits for its reader. */
export interface Waits extends Waiter {
  readonly card: ReactNode;
}

interface Props {
  readonly all: readonly Waits[];
  /** False in a meeting: then nothing follows on what is done. */
  readonly calm: boolean;
  /** Told in a meeting when what was in use is done. */
  readonly onDone: () => void;
}

/**
 * What waits for somebody between two meetings: one thing at a time, so that the agenda comes soon below, and the
 * others behind one quiet line. What is shown stays until it is done; what arrives meanwhile waits behind the line.
 */
export function Waiting({ all, calm, onDone }: Props) {
  const { t } = useWords();
  const [first, setFirst] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  // What was unfolded once keeps what was typed in it, also while it is folded again.
  const [seen, setSeen] = useState(false);
  const { shown, rest } = oneOf(all, first, calm || unfolded);
  const done = !shown && first !== null && !calm;
  useEffect(() => {
    if (done) onDone();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is done
  }, [done]);
  if (!shown) {
    if (first !== null && calm) setFirst(null);
    return null;
  }
  if (shown.key !== first) setFirst(shown.key);
  const fold = () => {
    setUnfolded(!unfolded);
    setSeen(true);
  };
  const place = ({ key, card }: Waits) => (
    <div key={key} hidden={key !== shown.key && !unfolded}>
      {key === shown.key || seen ? card : null}
    </div>
  );
  const more = (
    <div key="more" className={styles['more']}>
      <Button size="small" appearance="subtle" aria-expanded={unfolded} onClick={fold}>
        {t('waiting.more', { count: rest.length })}
      </Button>
    </div>
  );
  // One list of siblings: what moves up to the first place keeps its state, and the focus.
  return (
    <Section title={t('waiting.title')}>
      {[place(shown), ...(rest.length > 0 ? [more, ...rest.map(place)] : [])]}
    </Section>
  );
}
