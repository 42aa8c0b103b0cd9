import { makeStyles, tokens } from '@fluentui/react-components';
import { forwardRef } from 'react';
import { byKey } from '../model/names';
import type { LocalPerson } from '../model/server';
import { text } from '../text';

const useStyles = makeStyles({
  frame: {
    flex: 1,
    minWidth: 0,
    height: '100%',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxSizing: 'border-box',
    boxShadow: tokens.shadow8,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** One window: the same page in a frame. `start` is only where it begins; later it is told. */
export const DeskWindow = forwardRef<
  HTMLIFrameElement,
  {
    readonly person: string;
    readonly people: readonly LocalPerson[];
    readonly start: string;
  }
>(function DeskWindow({ people, person, start }, ref) {
  const styles = useStyles();
  const name = byKey(people, person)?.name ?? person;
  return <iframe ref={ref} className={styles.frame} title={text.windowOf(name)} src={start} />;
});
