import { forwardRef } from 'react';
import box from '../parts/LineBox.module.css';
import styles from './aboutUs.module.css';

interface Props {
  readonly label: string;
  readonly maxLength: number;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A box for a few lines that grows with them. */
export const AnswerBox = forwardRef<HTMLTextAreaElement, Props>(function AnswerBox(
  { label, value, onChange, ...rest },
  ref,
) {
  return (
    <textarea
      {...rest}
      ref={ref}
      aria-label={label}
      className={`${box['box']} ${styles['box']}`}
      dir="auto"
      rows={2}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
});
