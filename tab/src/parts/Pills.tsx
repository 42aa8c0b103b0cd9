import { useId, type ReactElement } from 'react';
import styles from './Pills.module.css';
import text from './text.module.css';

interface Props<T extends string> {
  /** What is chosen, for whoever hears it. */
  readonly legend: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly icon?: ReactElement;
  }[];
  readonly onChange: (value: T) => void;
}

/** One of a few short answers, side by side in the foot of a box. */
export function Pills<T extends string>({ legend, value, options, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend className={text['hidden']}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['choice']}>
          <input
            type="radio"
            name={name}
            className={styles['radio']}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles['face']}>
            {option.icon}
            {option.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
