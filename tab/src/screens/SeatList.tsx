import type { Seat } from '@rapport/domain/series';
import { Face } from '../parts/Face';
import { ForwardIcon } from '../parts/moreIcons';
import { RHYTHM_WORDS } from '../words/labels';
import { useWords } from '../words/useWords';
import styles from '../home/home.module.css';

interface Props {
  readonly seats: readonly Seat[];
  readonly disabled?: boolean;
  readonly onOpen: (seat: Seat) => void;
}

/** Some 1:1s that go on, by the other one's name. */
export function SeatList({ seats, disabled = false, onOpen }: Props) {
  const { t, locale } = useWords();
  const collator = new Intl.Collator(locale);
  const sorted = seats.toSorted((a, b) => collator.compare(a.other ?? '', b.other ?? ''));
  const second = ({ state, other, rhythm }: Seat): string => {
    if (state === 'joined') return t(RHYTHM_WORDS[rhythm]);
    if (state === 'declined') return t('home.saidNotNow');
    return other ? t('home.notJoined') : t('home.nobodyYet');
  };
  return (
    <ul className={styles['list']}>
      {sorted.map((seat) => (
        <li key={seat.series}>
          <button
            type="button"
            className={styles['seat']}
            disabled={disabled}
            onClick={() => onOpen(seat)}
          >
            <Face name={seat.other} />
            <span className={styles['words']}>
              <span className={styles['name']}>{seat.other ?? t('series.titleUnnamed')}</span>
              <span className={styles['second']}>{second(seat)}</span>
            </span>
            <span className={styles['go']}>
              <ForwardIcon />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
