import { createContext, useContext } from 'react';
import type { Words } from './words';

export const WordsContext = createContext<Words | null>(null);

/** The words of whoever reads this page. @throws outside of the page's frame */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords outside of WordsContext');
  return words;
}
