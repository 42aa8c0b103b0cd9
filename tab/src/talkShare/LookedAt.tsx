import type { Role } from '@rapport/domain/person';
import { otherRole } from '@rapport/domain/person';
import type { TalkShareOfMeeting } from '@rapport/domain/talkShare';
import { useState } from 'react';
import { Button } from '../parts/Button';
import { Confirm } from '../parts/Confirm';
import { Named } from '../parts/Named';
import { Problem } from '../parts/Problem';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { sayMeasured, sayEstimates, sayOffer, sayTopics } from './say';
import type { TalkShareActions } from './actions';
import styles from './TalkShare.module.css';

/** Meetings that are shown before one asks for more. */
const AT_FIRST = 4;

interface Props {
  readonly me: Role;
  readonly name: string;
  readonly actions: TalkShareActions;
}

/** The last meetings, in words: nothing in it judges (PRACTICE A8). */
export function LookedAt({
  meetings,
  ...rest
}: Props & { readonly meetings: readonly TalkShareOfMeeting[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? meetings : meetings.slice(0, AT_FIRST);
  return (
    <>
      <ul className={styles['meetings']}>
        {shown.map((meeting) => (
          <Meeting key={meeting.number} {...rest} meeting={meeting} />
        ))}
      </ul>
      {shown.length < meetings.length ? (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {t('past.more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Meeting({ me, name, actions, meeting }: Props & { readonly meeting: TalkShareOfMeeting }) {
  const words = useWords();
  const { t, date } = words;
  const { busy, refusal, run } = useTask();
  const { number, finishedAt, kept, offer } = meeting;
  const pair = { me, name, other: otherRole(me) };
  const estimates = sayEstimates(words, meeting, pair);
  const title = t('past.meeting', { number, date: date(finishedAt) });
  return (
    <Named words={title}>
      <li>
        <h3 className={styles['meeting']}>{title}</h3>
        <p>{sayTopics(words, meeting, pair)}</p>
        {estimates ? <p>{estimates}</p> : null}
        {kept ? (
          <div className={styles['number']}>
            <p>{sayMeasured(words, kept, pair)}</p>
            <Confirm
              small
              label={t('talk.remove')}
              question={t('talk.removeAsk', { name })}
              confirm={t('talk.removeYes')}
              work={() => actions.drop(number, t('talk.removed'))}
            />
          </div>
        ) : null}
        {offer ? (
          <div className={styles['number']}>
            <p>{sayOffer(words, offer, pair)}</p>
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => void run(() => actions.drop(number, t('talk.forgotten')))}
            >
              {t('talk.forget')}
            </Button>
          </div>
        ) : null}
        {refusal ? <Problem refusal={refusal} /> : null}
      </li>
    </Named>
  );
}
