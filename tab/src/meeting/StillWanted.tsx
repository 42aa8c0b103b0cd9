import { Button } from '../parts/Button';
import type { Topic } from '@rapport/domain/topic';
import { Disclosure } from '../parts/Disclosure';
import { GivesWay } from '../parts/GivesWay';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './StillWanted.module.css';

interface Props {
  readonly topic: Topic;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** A topic that was carried over three times asks the one who raised it, once (PRACTICE D2). */
export default function StillWanted({ topic, onKeep, onRemove }: Props) {
  const { t } = useWords();
  return (
    <GivesWay className={styles['asks']}>
      <Named words={topic.text}>
        <Disclosure summary={t('topic.stillWanted', { count: topic.carried })}>
          <div className={text['row']}>
            <Button size="small" onClick={onKeep}>
              {t('topic.keep')}
            </Button>
            <Button size="small" appearance="subtle" onClick={onRemove}>
              {t('topic.remove')}
            </Button>
          </div>
        </Disclosure>
      </Named>
    </GivesWay>
  );
}
