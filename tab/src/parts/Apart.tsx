import type { ReactNode } from 'react';
import { useWords } from '../words/useWords';
import { Disclosure } from './Disclosure';

interface Props {
  /** How many topics. */
  readonly count: number;
  readonly children: ReactNode;
}

/**
 * One's own topics in a meeting, where a screen may be shared: only how many there are, until their author
 * wants to see them (PRACTICE E8).
 */
const Apart = ({ count, children }: Props) => {
  const { t } = useWords();
  return <Disclosure summary={t('group.onlyMeFolded', { count })}>{children}</Disclosure>;
};
export default Apart;
