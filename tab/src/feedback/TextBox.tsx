import { FEEDBACK_LENGTH } from '@rapport/domain/limits';
import { forwardRef } from 'react';
import box from '../parts/LineBox.module.css';
import styles from './feedback.module.css';

interface Props {
  readonly id: string;
  readonly describedBy: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
}

/** A box for several lines of words that grows with them. */
export const TextBox = forwardRef<HTMLTextAreaElement, Props>(function TextBox(
  { id, describedBy, value, onChange, onBlur },
  ref,
) {
  return (
    <textarea
      ref={ref}
      id={id}
      aria-describedby={describedBy}
      className={`${box['box']} ${styles['text']}`}
      dir="auto"
      rows={4}
      maxLength={FEEDBACK_LENGTH}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  );
});
