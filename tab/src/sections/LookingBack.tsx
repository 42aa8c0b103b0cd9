import type { SeriesView } from '@rapport/domain/series';
import { later } from '../parts/later';
import PastMeetings from '../screens/PastMeetings';
import { useWords } from '../words/useWords';
import { Fold } from './Fold';
import { FoldGroup } from './FoldGroup';

const RhythmSection = later(() => import('../rhythm/RhythmSection'));
const EarlierNotes = later(() => import('../importing/EarlierNotes'));
const Brought = later(() => import('../succession/Brought'));
const TalkShare = later(() => import('../talkShare/TalkShare'));

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
  return (
    <FoldGroup title={t('sections.back')}>
      {lastMeeting ? (
        <PastMeetings
          key={lastMeeting.number}
          seriesId={view.id}
          me={view.me}
          name={name ?? ''}
          both={both}
        />
      ) : null}
      {lastMeeting ? (
        <Fold title={t('pace.title')}>
          <RhythmSection view={view} both={both} />
        </Fold>
      ) : null}
      {/* Never live: between meetings only (PRACTICE A8, A9). */}
      {lastMeeting && name && view.meeting.state === 'planned' ? (
        <Fold title={t('talk.title')}>
          <TalkShare view={view} name={name} />
        </Fold>
      ) : null}
      {name && view.origin ? (
        <Fold title={t('brought.title')}>
          <Brought view={view} name={name} empty={t('brought.none')} />
        </Fold>
      ) : null}
      <Fold title={t('bring.title')}>
        <EarlierNotes view={view} />
      </Fold>
    </FoldGroup>
  );
}
