import styles from './Reminders.module.css';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box to tick, as tall as a finger. */
export const Tick = ({ label, checked, onChange }: Props) => (
  <label className={styles['tick']}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    {label}
  </label>
);
