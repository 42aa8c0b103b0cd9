import { LINE_LENGTH } from '@rapport/domain/limits';
import type { Topic } from '@rapport/domain/topic';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { GivesWay } from '../parts/GivesWay';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import type { Session } from './session';
import { leaveTopic } from './statusTopic';
import styles from './StillWanted.module.css';

/** Two other ways to ask it, by who raised it. */
const OTHERWISE = {
  report: ['status.reportNext', 'status.reportHelp'],
  manager: ['status.managerMeans', 'status.managerThink'],
} as const satisfies Record<Topic['by'], readonly WordsKey[]>;

interface Props {
  readonly session: Session;
  readonly topic: Topic;
  readonly onLeft: () => void;
}

/** A topic that reads like a report offers its author two ways to make a conversation of it (PRACTICE A3). */
export default function StatusHint({ session, topic, onLeft }: Props) {
  const { t } = useWords();
  const { user } = useApp().host.context;
  const words = topic.text.replace(/[\s.!…]+$/u, '');
  const ways = OTHERWISE[topic.by].map((key) => t(key, { topic: words }));
  const leave = () => {
    leaveTopic(session.view, user, topic.id);
    onLeft();
  };
  const take = (other: string) => {
    const { id, version } = topic;
    session.send({ type: 'editTopic', page: 'shared', id, version, text: other }, 'said.edited');
    leave();
  };
  return (
    <GivesWay className={styles['asks']}>
      <Named words={topic.text}>
        <Disclosure summary={t('status.reads')}>
          <div className={text['stack']}>
            {ways
              .filter((other) => other.length <= LINE_LENGTH)
              .map((other) => (
                <Button
                  key={other}
                  size="small"
                  className={styles['way']}
                  onClick={() => take(other)}
                >
                  <span dir="auto">{other}</span>
                </Button>
              ))}
            <Button size="small" className={styles['way']} onClick={leave}>
              {t('status.leave')}
            </Button>
          </div>
        </Disclosure>
      </Named>
    </GivesWay>
  );
}
