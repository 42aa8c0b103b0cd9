import { Button, makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DeskAddress } from '../model/address';
import { readTheme, THEMES } from '../model/theme';
import { Icon, RapportMark } from '../parts/icons';
import { text } from '../text';

const WIDTHS = [320, 480];

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 12px',
  },
  name: { display: 'flex', alignItems: 'center', gap: '10px', marginRight: 'auto' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase300 },
  sub: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The controls around both windows. */
export function Toolbar(props: {
  readonly address: DeskAddress;
  readonly change: (to: Partial<DeskAddress>) => void;
  readonly guideShown: boolean;
  readonly toggleGuide: () => void;
  /** The clock's control. */
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { address, change } = props;
  return (
    <header className={styles.bar}>
      <div className={styles.name}>
        <RapportMark size={32} />
        <div>
          <h1 className={styles.title}>{text.rapport}</h1>
          <div className={styles.sub}>{text.desk}</div>
        </div>
      </div>
      {props.children}
      <Select
        aria-label={text.theme}
        value={address.theme}
        onChange={(_, { value }) => change({ theme: readTheme(value) })}
      >
        {THEMES.map((theme) => (
          <option key={theme} value={theme}>
            {text.themes[theme]}
          </option>
        ))}
      </Select>
      <Select
        aria-label={text.width}
        value={String(address.width ?? '')}
        onChange={(_, { value }) => change({ width: value === '' ? null : Number(value) })}
      >
        <option value="">{text.fullWidth}</option>
        {WIDTHS.map((width) => (
          <option key={width} value={width}>
            {text.pixels(width)}
          </option>
        ))}
      </Select>
      <Button
        icon={<Icon name="windows" />}
        onClick={() => change({ windows: address.windows === 2 ? 1 : 2 })}
      >
        {address.windows === 2 ? text.hideSecond : text.showSecond}
      </Button>
      <ToggleButton
        checked={props.guideShown}
        icon={<Icon name="guide" />}
        onClick={props.toggleGuide}
      >
        {text.guide}
      </ToggleButton>
    </header>
  );
}
