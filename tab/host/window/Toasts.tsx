import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { REMINDER_TEXT } from '@rapport/domain/reminderText';
import { useEffect, useState } from 'react';
import type { Activity } from '../model/server';
import { Icon, RapportMark } from '../parts/icons';
import { text } from '../text';
import { useWindow } from './inWindow';

/** About as long as Teams shows one. */
const SHOWN_MS = 8000;

const useStyles = makeStyles({
  stack: {
    position: 'fixed',
    zIndex: 20,
    insetInlineEnd: '12px',
    bottom: '12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    width: 'min(300px, calc(100% - 24px))',
  },
  // Above the row of apps.
  above: { bottom: '72px' },
  toast: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow28,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  open: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    flex: 1,
    minWidth: 0,
    padding: '12px',
    border: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

const keyOf = ({ chainId, at }: Activity): string => `${chainId} ${at}`;

/** What Rapport tells somebody while their window is open; what came before stands under Activity. */
export function Toasts() {
  const { narrow, view } = useWindow();
  const [gone, setGone] = useState(() => new Set(view.activities.map(keyOf)));
  const fresh = view.activities.filter((one) => !gone.has(keyOf(one)));
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.stack, narrow && styles.above)} role="status">
      {fresh.map((one) => (
        <Toast
          key={keyOf(one)}
          activity={one}
          close={() => setGone((before) => new Set([...before, keyOf(one)]))}
        />
      ))}
    </div>
  );
}

function Toast({ activity, close }: { readonly activity: Activity; readonly close: () => void }) {
  const styles = useStyles();
  const { go } = useWindow();
  useEffect(() => {
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
    // Counted from when it came, whatever else changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `close` is another function with every poll
  }, []);
  return (
    <div className={styles.toast}>
      <button
        type="button"
        className={styles.open}
        onClick={() => {
          close();
          go({ view: 'app', sub: activity.series });
        }}
      >
        <RapportMark size={22} />
        {REMINDER_TEXT[activity.kind]}
      </button>
      <Button
        appearance="subtle"
        icon={<Icon name="close" size={16} />}
        aria-label={text.close}
        onClick={close}
      />
    </div>
  );
}
