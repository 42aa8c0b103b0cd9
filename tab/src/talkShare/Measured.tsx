import { Button } from '@fluentui/react-components';
import { otherRole, type Role } from '@rapport/domain/person';
import type { SeriesView } from '@rapport/domain/series';
import { recogniseSpeakers } from '@rapport/domain/speakers';
import type { TalkShareOfMeeting } from '@rapport/domain/talkShare';
import { measureTalk, speakersOf, type SpeakerIs } from '@rapport/domain/talkTime';
import { useMemo, useState } from 'react';
import { hasLeft } from '../parts/groups';
import { Notice } from '../parts/Notice';
import { Problem } from '../parts/Problem';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { MeetingChoice } from './MeetingChoice';
import type { Transcript } from './readTranscript';
import { Share } from './Share';
import { Speakers } from './Speakers';
import type { TalkShareActions } from './actions';

interface Props {
  readonly view: SeriesView;
  readonly me: Role;
  readonly name: string;
  readonly meetings: readonly TalkShareOfMeeting[];
  readonly open: boolean;
  readonly actions: TalkShareActions;
  readonly transcript: Transcript;
  readonly onThrowAway: () => void;
}

/** What one transcript says, once it is clear who is who; thrown away unless both keep the percentage. */
export function Measured(props: Props) {
  const { me, name, meetings, open, actions, transcript, onThrowAway } = props;
  const { t } = useWords();
  const { busy, refusal, run } = useTask();
  const [meeting, setMeeting] = useState(meetings[0]?.number ?? 0);
  const { speakers, whoIs, choose } = useSpeakers(transcript, props.view);
  const talk = measureTalk(transcript.turns, whoIs);
  const named = speakers.map(({ speaker }) => whoIs(speaker));
  const share = named.includes(me) && named.includes(otherRole(me)) ? talk.share : null;
  const chosen = meetings.find(({ number }) => number === meeting);
  const keeping = share !== null && open && !chosen?.kept;
  const noted = keeping && chosen?.offer?.share === share;
  return (
    <div className={text['stack']}>
      {transcript.cutOff ? (
        <Notice tone="warning">
          <p>{t('talk.cutOff')}</p>
        </Notice>
      ) : null}
      <Speakers {...{ me, name, speakers, whoIs }} onChoose={choose} />
      {share === null ? (
        <p className={text['prose']}>{t('talk.needBoth', { name })}</p>
      ) : (
        <>
          <Share {...{ me, name, talk, share }} />
          <MeetingChoice {...{ meetings, meeting }} label={t('talk.from')} onChoose={setMeeting} />
        </>
      )}
      <div className={text['tight']}>
        <div className={air['buttons']}>
          {keeping ? (
            <Button
              appearance="primary"
              disabledFocusable={busy || noted}
              onClick={() => void run(() => actions.keep(meeting, share))}
            >
              {t('talk.keep')}
            </Button>
          ) : null}
          <Button onClick={onThrowAway}>{t('talk.throwAway')}</Button>
        </div>
        {/* Where the press was: what it did stands above, with the 1:1, and may be out of sight. */}
        {noted ? <p className={text['prose']}>{t('talk.noted')}</p> : null}
        {keeping && !noted ? <p className={text['quiet']}>{t('talk.keepHint', { name })}</p> : null}
        {open || hasLeft(props.view) ? null : <p className={text['quiet']}>{t('talk.later')}</p>}
      </div>
      {refusal ? <Problem refusal={refusal} /> : null}
    </div>
  );
}

/** The speakers of a transcript, as their names say who they are, until somebody says otherwise. */
function useSpeakers({ turns }: Transcript, { manager, report }: SeriesView) {
  const speakers = useMemo(() => speakersOf(turns), [turns]);
  const known = useMemo(
    () =>
      recogniseSpeakers(
        speakers.map(({ speaker }) => speaker),
        { manager: manager.name, report: report?.name ?? '' },
      ),
    [speakers, manager.name, report?.name],
  );
  const [corrected, setCorrected] = useState<ReadonlyMap<string, SpeakerIs>>(new Map());
  return {
    speakers,
    whoIs: (speaker: string): SpeakerIs => corrected.get(speaker) ?? known.get(speaker) ?? 'nobody',
    choose: (speaker: string, who: SpeakerIs) =>
      setCorrected((before) => new Map([...before, [speaker, who]])),
  };
}
