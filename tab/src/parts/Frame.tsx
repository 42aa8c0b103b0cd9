import { FluentProvider, type Theme } from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';
import { WordsContext } from '../words/useWords';
import type { Words } from '../words/words';
import { Boundary } from './Boundary';
import styles from './Frame.module.css';

interface Props {
  readonly theme: Theme;
  readonly words: Words;
  readonly children: ReactNode;
}

/** What every page of Rapport stands in: the host's theme and the person's language. */
export function Frame({ theme, words, children }: Props) {
  useEffect(() => {
    document.documentElement.lang = words.locale;
  }, [words]);
  return (
    <FluentProvider theme={theme}>
      <div className={styles['frame']}>
        <WordsContext.Provider value={words}>
          <Boundary>{children}</Boundary>
        </WordsContext.Provider>
      </div>
    </FluentProvider>
  );
}
