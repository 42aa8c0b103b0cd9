import { Suspense, type ReactNode } from 'react';
import { Disclosure } from '../parts/Disclosure';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** A folded section whose program is fetched when it is first opened, and says so meanwhile. */
export function Fold({ title, children }: Props) {
  const { t } = useWords();
  return (
    <Disclosure look="section" summary={title}>
      <Suspense fallback={<p className={text['quiet']}>{t('loading')}</p>}>{children}</Suspense>
    </Disclosure>
  );
}
