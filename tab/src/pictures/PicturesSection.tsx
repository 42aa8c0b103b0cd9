import type { SeriesView } from '@rapport/domain/series';
import { useState } from 'react';
import { Disclosure } from '../parts/Disclosure';
import { folded } from '../sections/folded';
import { useWords } from '../words/useWords';

const Pictures = folded(() => import('./Pictures'));

interface Props {
  readonly view: SeriesView;
  /** How the other one is called. */
  readonly name: string;
}

/** The pictures behind their heading: fetched when it is opened, and read anew whenever it is. */
export function PicturesSection({ view, name }: Props) {
  const { t } = useWords();
  const [opened, setOpened] = useState(0);
  return (
    <Disclosure
      look="section"
      summary={t('pics.title')}
      onOpen={() => setOpened((times) => times + 1)}
    >
      <Pictures view={view} name={name} opened={opened} />
    </Disclosure>
  );
}
