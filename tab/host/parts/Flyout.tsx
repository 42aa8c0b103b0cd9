import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  cloneElement,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';

const useStyles = makeStyles({
  anchor: { position: 'relative', display: 'inline-flex' },
  panel: {
    position: 'absolute',
    zIndex: 10,
    top: 'calc(100% + 6px)',
    padding: '14px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  start: { left: 0 },
  end: { right: 0 },
});

interface TriggerProps {
  readonly 'aria-haspopup'?: 'dialog';
  readonly 'aria-expanded'?: boolean;
  readonly onClick?: () => void;
}

const FOCUSABLE = 'button, input, select, textarea, a[href], [tabindex="0"]';

/** A small panel at a button. Escape, a press elsewhere and leaving it by keyboard close it. */
export function Flyout(props: {
  readonly label: string;
  /** The edge at which it lines up with its button. */
  readonly align: 'start' | 'end';
  readonly className?: string;
  /** The button. */
  readonly trigger: ReactElement<TriggerProps>;
  readonly onOpen?: () => void;
  readonly children: (close: () => void) => ReactNode;
}) {
  const styles = useStyles();
  const anchor = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return undefined;
    panel.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
    const close = () => setOpen(false);
    const leave = (event: Event) => {
      if (!anchor.current?.contains(event.target as Node)) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      close();
      anchor.current?.querySelector<HTMLElement>('button')?.focus();
    };
    addEventListener('keydown', escape);
    addEventListener('pointerdown', leave);
    addEventListener('focusin', leave);
    // A press inside of a frame only shows as the page losing focus.
    addEventListener('blur', close);
    return () => {
      removeEventListener('keydown', escape);
      removeEventListener('pointerdown', leave);
      removeEventListener('focusin', leave);
      removeEventListener('blur', close);
    };
  }, [open]);

  function toggle(): void {
    if (!open) props.onOpen?.();
    setOpen(!open);
  }

  return (
    <div ref={anchor} className={styles.anchor}>
      {cloneElement(props.trigger, {
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        onClick: toggle,
      })}
      {open && (
        <div
          ref={panel}
          role="dialog"
          aria-label={props.label}
          className={mergeClasses(styles.panel, styles[props.align], props.className)}
        >
          {props.children(() => setOpen(false))}
        </div>
      )}
    </div>
  );
}
