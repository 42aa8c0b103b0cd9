import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import { HOVER } from './hover';

const useStyles = makeStyles({
  tabs: { display: 'flex' },
  tab: {
    position: 'relative',
    padding: '8px 10px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: HOVER },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '10px',
      right: '10px',
      bottom: '0',
      height: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
});

/** A row of tabs; arrow keys go along it (WAI-ARIA tabs pattern, activation follows focus). */
export function Tabs<T extends string>(props: {
  readonly label: string;
  readonly tabs: readonly { readonly value: T; readonly label: string }[];
  readonly selected: T;
  readonly select: (value: T) => void;
  readonly className?: string;
}) {
  const styles = useStyles();
  const row = useRef<HTMLDivElement>(null);
  const { select, selected, tabs } = props;

  function onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex((tab) => tab.value === selected);
    const next = step === undefined ? undefined : tabs[at + step];
    if (!next) return;
    event.preventDefault();
    select(next.value);
    row.current?.querySelectorAll('button')[tabs.indexOf(next)]?.focus();
  }

  return (
    <div
      ref={row}
      role="tablist"
      aria-label={props.label}
      tabIndex={-1}
      className={mergeClasses(styles.tabs, props.className)}
      onKeyDown={onKey}
    >
      {tabs.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          role="tab"
          aria-selected={value === selected}
          tabIndex={value === selected ? 0 : -1}
          className={mergeClasses(styles.tab, value === selected && styles.selected)}
          onClick={() => select(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
