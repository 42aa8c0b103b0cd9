import { Tick } from '../parts/Tick';
import { useWords } from '../words/useWords';
import styles from './Reminders.module.css';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A Monday, at noon wherever somebody is. */
const MONDAY = new Date(2024, 0, 1, 12);

/** Days on which nothing comes, from Monday. */
export function DaysOff({
  days,
  onChange,
}: {
  readonly days: readonly number[];
  readonly onChange: (days: number[]) => void;
}) {
  const { t, locale } = useWords();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' });
  const nameOf = (day: number): string => {
    const date = new Date(MONDAY);
    date.setDate(MONDAY.getDate() + day - 1);
    return weekday.format(date);
  };
  return (
    <div role="group" aria-label={t('remind.daysOff')}>
      <p className={styles['label']}>{t('remind.daysOff')}</p>
      <div className={styles['days']}>
        {DAYS.map((day) => (
          <Tick
            key={day}
            checked={days.includes(day)}
            onChange={(off) =>
              onChange(
                off
                  ? [...days, day].toSorted((a, b) => a - b)
                  : days.filter((other) => other !== day),
              )
            }
          >
            {nameOf(day)}
          </Tick>
        ))}
      </div>
    </div>
  );
}
