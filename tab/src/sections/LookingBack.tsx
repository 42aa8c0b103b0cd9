import type { SeriesView } from '@rapport/domain/series';
import { Disclosure } from '../parts/Disclosure';
import { PicturesSection } from '../pictures/PicturesSection';
import PastMeetings from '../screens/PastMeetings';
import { useWords } from '../words/useWords';
import { folded } from './folded';
import { FoldGroup } from './FoldGroup';

const EarlierNotes = folded(() => import('../importing/EarlierNotes'));
const Brought = folded(() => import('../succession/Brought'));
const TalkShare = folded(() => import('../talkShare/TalkShare'));

interface Props {
  readonly view: SeriesView;
  /** How the other one is called; null while nobody is named. */
  readonly name: string | null;
  readonly both: string;
}

/** What was: past meetings, what they look like from further away, and what came from elsewhere. */
export function LookingBack({ view, name, both }: Props) {
  const { t } = useWords();
  const { lastMeeting } = view;
  const canFind = lastMeeting !== null || view.notesBefore || view.brought || view.goals;
  return (
    <FoldGroup title={t('sections.back')}>
      {canFind ? (
        <PastMeetings
          key={lastMeeting?.number}
          view={view}
          seriesId={view.id}
          me={view.me}
          name={name ?? ''}
          both={both}
        />
      ) : null}
      {/* Never live: between meetings only (PRACTICE A8, A9). */}
      {lastMeeting && name && view.meeting.state === 'planned' ? (
        <Disclosure look="section" summary={t('talk.title')}>
          <TalkShare view={view} name={name} />
        </Disclosure>
      ) : null}
      {lastMeeting && name && view.meeting.state === 'planned' ? (
        <PicturesSection view={view} name={name} />
      ) : null}
      {name && (view.origin ?? view.brought) ? (
        <Disclosure look="section" summary={t('brought.title')}>
          <Brought view={view} name={name} empty={t('brought.none')} />
        </Disclosure>
      ) : null}
      <Disclosure look="section" summary={t('bring.title')}>
        <EarlierNotes view={view} />
      </Disclosure>
    </FoldGroup>
  );
}
