import type { ReactNode } from 'react';
import text from '../parts/text.module.css';
import { Tick } from '../parts/Tick';
import type { Choice, Choosing } from './choosing';
import styles from './choosing.module.css';

interface GroupProps {
  readonly title: string;
  /** Who has to agree. */
  readonly who: string;
  readonly children: ReactNode;
}

/** Lines of one kind about which the same people decide. */
export const ChoiceGroup = ({ title, who, children }: GroupProps) => (
  <fieldset className={styles['group']}>
    <legend>
      <span className={styles['title']}>{title}</span> <span className={text['quiet']}>{who}</span>
    </legend>
    {children}
  </fieldset>
);

interface TickProps {
  readonly choice: Choice;
  readonly choosing: Choosing;
}

/** One line to tick. */
export const ChoiceTick = ({ choice, choosing }: TickProps) => (
  <Tick
    checked={choosing.chosen.has(choice.id)}
    onChange={(checked) => choosing.toggle(choice, checked)}
  >
    <span dir="auto">{choice.words}</span>
  </Tick>
);
