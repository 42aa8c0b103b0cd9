import { useRef, useState } from 'react';
import text from '../parts/text.module.css';
import type { PastProps } from '../screens/PastMeetings';
import { Opened } from './Opened';
import { Results } from './Results';
import { SearchBox } from './SearchBox';
import type { FoundLine } from './searching';
import { Timeline } from './Timeline';
import { useSearching } from './useSearching';

/** Everything past: month by month, or what is looked for in it (PRACTICE D5). */
export default function History(props: PastProps) {
  const searching = useSearching(props.seriesId);
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<FoundLine | null>(null);
  const around = useRef<HTMLDivElement>(null);
  const looking = query.trim() !== '';
  const back = () => {
    setOpened(null);
    around.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={around} className={text['stack']}>
      <SearchBox
        value={query}
        onBegin={searching.begin}
        onChange={(next) => {
          searching.begin();
          setOpened(null);
          setQuery(next);
        }}
      />
      {looking && opened ? <Opened {...props} found={opened} onBack={back} /> : null}
      {looking && !opened ? (
        <Results
          query={query}
          searching={searching}
          me={props.me}
          name={props.name}
          onOpen={setOpened}
        />
      ) : null}
      <div hidden={looking}>
        <Timeline {...props} />
      </div>
    </div>
  );
}
