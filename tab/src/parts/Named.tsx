import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';

const NamedContext = createContext<((says: string) => string) | null>(null);

interface Props {
  /** Somebody's words, a name or a day; where there are none, nothing is added. */
  readonly words: string;
  readonly children: ReactNode;
}

/**
 * One of several that look alike: what can be pressed in it also says which one it belongs to, so that nobody has to
 * look around to tell "Remove" from "Remove" (PRACTICE D12).
 */
export function Named({ words, children }: Props) {
  const { t } = useWords();
  const name = useMemo(() => {
    const which = brief(words);
    return which === '' ? null : (says: string) => t('named', { does: says, words: which });
  }, [t, words]);
  return <NamedContext.Provider value={name}>{children}</NamedContext.Provider>;
}

/** What a button is called in one of several: what is seen on it comes first (WCAG 2.5.3). Elsewhere that is all. */
export function useNamed(says: ReactNode): { readonly 'aria-label'?: string } {
  const name = useContext(NamedContext);
  return name && typeof says === 'string' ? { 'aria-label': name(says) } : {};
}
