import type { DrawnMeeting } from '@rapport/domain/pictures';
import { useWords } from '../words/useWords';
import { barsOf, lastAnswered, lastShares, measuredOf, type Answered } from './answers';
import { AsTable } from './AsTable';
import { Key, useNames, type Who } from './Key';
import { Picture } from './Picture';
import styles from './pictures.module.css';
import { Shares } from './Shares';
import { SideBySide } from './SideBySide';
import { useSpans } from './spans';

interface Props extends Who {
  readonly meetings: readonly DrawnMeeting[];
}

const QUESTIONS = ['worth', 'heard'] as const;
const ASKED = { worth: 'checkIn.worth', heard: 'checkIn.heard' } as const;

/** How both found it, only where both said so (PRACTICE D6); and who had the floor, as they remember it (A8). */
export function CheckIns({ meetings, ...who }: Props) {
  const { t } = useWords();
  const answered = lastAnswered(meetings);
  const shares = lastShares(meetings);
  const lead = t(answered.length > 0 ? 'pics.checkInsLead' : 'pics.noCheckIns');
  return (
    <Picture title={t('pics.checkIns')} lead={lead}>
      {shares.length > 0 ? (
        <>
          <Key {...who} measured={shares.some((one) => measuredOf(one).length > 0)} />
          <div className={styles['questions']}>
            {answered.length > 0
              ? QUESTIONS.map((what) => (
                  <Question key={what} {...who} what={what} answered={answered} />
                ))
              : null}
            <Shares {...who} shares={shares} />
          </div>
        </>
      ) : null}
    </Picture>
  );
}

interface QuestionProps extends Who {
  readonly what: (typeof QUESTIONS)[number];
  readonly answered: readonly Answered[];
}

function Question({ what, answered, ...who }: QuestionProps) {
  const { t } = useWords();
  const names = useNames(who);
  const spans = useSpans('meeting');
  const title = t(ASKED[what]);
  return (
    <div className={styles['question']}>
      <figure className={styles['figure']}>
        <figcaption>{title}</figcaption>
        <SideBySide
          most={5}
          columns={answered.map(({ finishedAt: at, checkIn }) => ({
            at,
            bars: barsOf(checkIn[what]),
            label: spans.short(at),
          }))}
        />
      </figure>
      <AsTable
        title={title}
        columns={[t('pace.tableDate'), names.manager, names.report]}
        rows={answered.map(({ finishedAt: at, checkIn }) => ({
          at,
          cells: [
            spans.long(at),
            t('checkIn.ofFive', { value: checkIn[what].manager }),
            t('checkIn.ofFive', { value: checkIn[what].report }),
          ],
        }))}
      />
    </div>
  );
}
