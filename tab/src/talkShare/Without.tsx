import { Button } from '@fluentui/react-components';
import type { Role } from '@rapport/domain/person';
import type { TalkShareOfMeeting } from '@rapport/domain/talkShare';
import { useState } from 'react';
import { Disclosure } from '../parts/Disclosure';
import { Problem } from '../parts/Problem';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { MeetingChoice } from './MeetingChoice';
import type { TalkShareActions } from './actions';

interface Props {
  readonly me: Role;
  readonly name: string;
  readonly meetings: readonly TalkShareOfMeeting[];
  readonly actions: TalkShareActions;
}

/** Often only one of the two has the file: the other one can agree to a number they have not seen. */
export function Without({ name, meetings, actions }: Props) {
  const { t } = useWords();
  const { busy, refusal, run } = useTask();
  const left = meetings.filter(({ kept, offer }) => !kept && !offer);
  const [chosen, setChosen] = useState<number | null>(null);
  const meeting = left.find(({ number }) => number === chosen) ?? left[0];
  if (!meeting) return null;
  return (
    <Disclosure summary={t('talk.without')}>
      <div className={text['tight']}>
        <p className={text['prose']}>{t('talk.withoutLead', { name })}</p>
        <MeetingChoice
          meetings={left}
          meeting={meeting.number}
          label={t('talk.which')}
          onChoose={setChosen}
        />
        <div className={air['buttons']}>
          <Button
            disabledFocusable={busy}
            onClick={() => void run(() => actions.keep(meeting.number, null))}
          >
            {t('talk.keepTheirs', { name })}
          </Button>
        </div>
        {refusal ? <Problem refusal={refusal} /> : null}
      </div>
    </Disclosure>
  );
}
