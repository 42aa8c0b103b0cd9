import { useEffect, useRef } from 'react';
import { Exchange } from '../feedback/Exchange';
import { BackIcon } from '../parts/moreIcons';
import { Button } from '../parts/Button';
import { PastMeeting } from '../screens/PastMeeting';
import type { PastProps } from './pastProps';
import { useWords } from '../words/useWords';
import styles from './history.module.css';
import type { FoundLine } from './searching';

interface Props extends PastProps {
  readonly found: Pick<FoundLine, 'place' | 'feedback' | 'at'>;
  /** Whether it was found; else a link led here. */
  readonly looking: boolean;
  readonly onBack: () => void;
}

/** What was found, where it stands: the whole meeting, or the whole piece of feedback. */
export function Opened({ found, looking, onBack, ...props }: Props) {
  const { t, dated } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { place, feedback, at } = found;
  const date = dated(at);
  return (
    <div className={styles['opened']}>
      <div>
        <Button appearance="subtle" size="small" icon={<BackIcon />} onClick={onBack}>
          {t(looking ? 'past.back' : 'past.all')}
        </Button>
      </div>
      <h3 ref={heading} tabIndex={-1} className={styles['title']}>
        {place ? t('past.of', { number: place.number, date }) : t('past.kind.feedback')}
      </h3>
      {place ? (
        <PastMeeting
          {...props}
          number={place.number}
          here={place.line}
          meeting={null}
          until={place.until}
        />
      ) : null}
      {feedback ? (
        <Exchange feedback={feedback} mine={feedback.from === props.me} name={props.name} />
      ) : null}
    </div>
  );
}
