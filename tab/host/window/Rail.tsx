import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { View } from '../model/address';
import { HOVER } from '../parts/hover';
import { Icon, RapportMark } from '../parts/icons';
import { text } from '../text';
import { useWindow } from './inWindow';

const ENTRIES: readonly { view: View; label: string; icon: ReactNode }[] = [
  { view: 'activity', label: text.activity, icon: <Icon name="bell" size={22} /> },
  { view: 'chat', label: text.chat, icon: <Icon name="chat" size={22} /> },
  { view: 'calendar', label: text.calendar, icon: <Icon name="calendar" size={22} /> },
  { view: 'todo', label: text.todo, icon: <Icon name="check" size={22} /> },
  { view: 'app', label: text.rapport, icon: <RapportMark size={22} /> },
];

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    width: '64px',
    flexShrink: 0,
    padding: '6px 4px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  bottom: {
    flexDirection: 'row',
    width: '100%',
    order: 1,
    padding: '2px 4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  entry: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '3px',
    flex: '0 0 56px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: '10px',
    cursor: 'pointer',
    ':hover': { backgroundColor: HOVER },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  wide: { flex: '1 1 0', minHeight: '52px' },
  current: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-2px',
      top: '14px',
      bottom: '14px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
  currentWide: {
    '::before': {
      left: '30%',
      right: '30%',
      top: '-1px',
      bottom: 'auto',
      width: 'auto',
      height: '3px',
    },
  },
});

/** Teams' row of apps: at the left, or at the bottom of a narrow window. */
export function Rail() {
  const styles = useStyles();
  const { address, go, narrow } = useWindow();
  return (
    <nav
      className={mergeClasses(styles.rail, narrow && styles.bottom)}
      aria-label={text.navigation}
    >
      {ENTRIES.map(({ view, label, icon }) => {
        const current = address.view === view;
        return (
          <button
            key={view}
            type="button"
            aria-current={current ? 'page' : undefined}
            className={mergeClasses(
              styles.entry,
              narrow && styles.wide,
              current && styles.current,
              current && narrow && styles.currentWide,
            )}
            onClick={() =>
              go({ view, sub: null, ...(view === 'chat' && narrow ? { chat: null } : {}) })
            }
          >
            {icon}
            {label}
          </button>
        );
      })}
    </nav>
  );
}
