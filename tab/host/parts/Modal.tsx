import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  dialog: {
    width: 'calc(100% - 32px)',
    maxWidth: '400px',
    boxSizing: 'border-box',
    padding: '20px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
  },
  title: { margin: '0 0 12px', fontSize: tokens.fontSizeBase500 },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '16px' },
});

/** The browser's own modal dialog: keeps the focus and closes with Escape. */
export function Modal(props: {
  readonly title: string;
  readonly close: () => void;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        props.close();
      }}
    >
      <h2 id={title} className={styles.title}>
        {props.title}
      </h2>
      {props.children}
      <div className={styles.actions}>{props.actions}</div>
    </dialog>
  );
}
