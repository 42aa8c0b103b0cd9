import { forwardRef, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import styles from './LineBox.module.css';

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  /** In UTF-16 units, as the schemas count. */
  readonly maxLength: number;
  readonly bare?: boolean;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
  readonly onEscape?: () => void;
}

/**
 * A box for one line of words that wraps and grows instead of scrolling sideways: Enter is "done", breaks
 * that are pasted become spaces.
 */
export const LineBox = forwardRef<HTMLTextAreaElement, Props>(function LineBox(
  { label, value, bare = false, onChange, onEnter, onEscape, ...rest },
  given,
) {
  const own = useRef<HTMLTextAreaElement | null>(null);
  useLayoutEffect(() => fit(own.current), [value]);

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
    }
    if (event.key === 'Escape' && onEscape) {
      event.stopPropagation();
      onEscape();
    }
  };

  return (
    <textarea
      {...rest}
      ref={(element) => {
        own.current = element;
        if (typeof given === 'function') given(element);
        else if (given) given.current = element;
      }}
      rows={1}
      dir="auto"
      aria-label={label}
      className={bare ? `${styles['box']} ${styles['bare']}` : styles['box']}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={onKeyDown}
    />
  );
});

/** Browsers without `field-sizing` get the height from here. */
function fit(element: HTMLTextAreaElement | null): void {
  if (!element || CSS.supports('field-sizing', 'content')) return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight}px`;
}
