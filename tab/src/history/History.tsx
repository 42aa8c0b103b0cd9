import { useRef, useState } from 'react';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { Failed } from '../screens/PastMeeting';
import type { PastProps } from './pastProps';
import { useLinked } from './useLinked';
import { Opened, type Found } from './Opened';
import { Results } from './Results';
import { SearchBox } from './SearchBox';
import { Timeline } from './Timeline';
import { useSearching } from './useSearching';

/** Everything past: month by month, or what is looked for in it (PRACTICE D5). */
export default function History({ linked, ...props }: PastProps & { linked: number | null }) {
  const { t } = useWords();
  const met = props.view.lastMeeting !== null;
  const searching = useSearching(props.seriesId);
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<Found | null>(null);
  const { refusal, retry } = useLinked(props.seriesId, linked, setOpened);
  const around = useRef<HTMLDivElement>(null);
  const looking = query.trim() !== '';
  const back = () => {
    setOpened(null);
    if (looking) searching.begin();
    around.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={around} className={text['stack']}>
      <SearchBox
        met={met}
        value={query}
        onBegin={searching.begin}
        onChange={(next) => {
          searching.begin();
          setOpened(null);
          setQuery(next);
        }}
      />
      {opened ? (
        <Opened
          {...props}
          found={opened}
          looking={looking}
          onBack={back}
          onChanged={searching.outdate}
        />
      ) : null}
      {refusal && !opened ? <Failed refusal={refusal} onRetry={retry} /> : null}
      {looking && !opened ? (
        <Results
          query={query}
          searching={searching}
          me={props.me}
          name={props.name}
          onOpen={setOpened}
        />
      ) : null}
      <div hidden={looking || opened !== null}>
        {met ? (
          <Timeline {...props} onChanged={searching.outdate} />
        ) : (
          <p className={text['quiet']}>{t('past.notYet')}</p>
        )}
      </div>
    </div>
  );
}
