import type { PastProps } from '../history/pastProps';
import { Disclosure } from '../parts/Disclosure';
import { folded } from '../sections/folded';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';

const History = folded(() => import('../history/History'));

/**
 * Every meeting that was finished, to be read and searched by both (PRACTICE D5); before the first one, what there is
 * to be found already.
 */
export default function PastMeetings(props: PastProps) {
  const { t } = useWords();
  const { seriesId, meeting } = useApp().host.context;
  const linked = seriesId === props.seriesId ? meeting : null;
  return (
    <Disclosure
      look="section"
      summary={t(props.view.lastMeeting ? 'past.title' : 'past.titleBefore')}
      open={linked !== null}
    >
      <History {...props} linked={linked} />
    </Disclosure>
  );
}
