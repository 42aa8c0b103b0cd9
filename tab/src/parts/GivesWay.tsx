import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../words/useWords';
import { Button } from './Button';
import styles from './GivesWay.module.css';
import { useHeldFocus } from './useHeldFocus';
import { useWayHere } from './useWay';

interface Props {
  /** In use whatever its reader does just now, e.g. a box that is open. */
  readonly open?: boolean;
  /** Whether the room that it leaves says why, and can be folded away; the rest goes with it. */
  readonly says?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * Something for between two meetings. When the other one begins the next it is gone from sight and its room stays;
 * what its reader has their hands in stays as it is, and what comes up in the meeting waits for its end (PRACTICE A9).
 */
export function GivesWay({ open = false, says = false, className, children }: Props) {
  const way = useWayHere();
  const root = useRef<HTMLDivElement>(null);
  const changed = useRef<Element | null>(null);
  const last = useRef<ReactNode>(null);
  const [was, setPlace] = useState<'here' | 'used' | 'away' | 'none'>('here');
  const given = () => {
    const held = root.current?.contains(document.activeElement) ?? false;
    const begun = changed.current?.isConnected ?? false;
    if (!way.own && (open || held || begun)) return 'used';
    return root.current?.hasChildNodes() ? 'away' : 'none';
  };
  const place = way.calm ? 'here' : was === 'here' ? given() : was;
  if (place !== was) setPlace(place);
  const away = place === 'away';
  // What is out of sight stays as it was: else its room would change.
  if (place === 'here' || place === 'used') last.current = children;
  const onInput = ({ target }: FormEvent) => {
    changed.current = target instanceof Element ? target : null;
  };
  const folded = way.own || way.folded;
  const look = away ? (folded ? 'folded' : 'away') : place === 'used' ? 'used' : null;
  const looks = [styles['way'], className, look && styles[look]];
  return (
    <div ref={root} className={looks.filter(Boolean).join(' ')} onInput={onInput}>
      {last.current}
      {away && says && !folded ? <Why /> : null}
    </div>
  );
}

/** The room of several that give way: it says why for all of them, unless one is in use; then each says it itself. */
export function Room({ children }: Pick<Props, 'children'>) {
  const way = useWayHere();
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  return (
    <div ref={root} tabIndex={-1} className={styles['room']}>
      {children}
      {way.calm || way.own || way.folded ? null : <Why />}
    </div>
  );
}

/** Fills the room that was left, so that it is seen to be kept and not to be still loading. */
function Why() {
  const { t } = useWords();
  const { fold } = useWayHere();
  return (
    <div className={styles['why']}>
      <div className={styles['words']}>
        <p className={styles['title']}>{t('away.begun')}</p>
        <p>{t('away.why')}</p>
        <Button size="small" onClick={fold}>
          {t('away.fold')}
        </Button>
      </div>
      <p className={styles['too']}>{t('away.too')}</p>
    </div>
  );
}
