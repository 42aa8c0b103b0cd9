import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useState } from 'react';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';

/**
 * The own topic that reads like a status update, one at a time and before the meeting only (PRACTICE A3). Where the
 * rules cannot be fetched there is no hint.
 * @param off while something else is asked
 */
export function useStatus(view: SeriesView, off: boolean) {
  const { user } = useApp().host.context;
  const { locale } = useWords();
  const [found, setFound] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const silent = off || view.meeting.state !== 'planned';
  useEffect(() => {
    let wanted = !silent;
    if (wanted) {
      import('./statusTopic')
        .then(({ statusTopic }) => statusTopic(view, user, locale))
        .then(
          (id) => wanted && setFound(id),
          () => wanted && setFound(null),
        );
    }
    return () => {
      wanted = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- of the view the topics count
  }, [view.topics, silent, turn, user, locale]);
  const again = () => {
    setFound(null);
    setTurn(turn + 1);
  };
  /** `again` looks again, once a topic was left as it is. */
  return { asking: off ? null : found, again };
}
