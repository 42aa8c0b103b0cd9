import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    margin: 'auto',
    padding: '24px',
    maxWidth: '260px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    textAlign: 'center',
  },
  icon: { color: tokens.colorNeutralForeground3, marginBottom: '4px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What stands where there is nothing yet. */
export function Empty(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon}>{props.icon}</span>
      <span className={styles.title}>{props.title}</span>
      {props.hint && <span className={styles.hint}>{props.hint}</span>}
      {props.children}
    </div>
  );
}
