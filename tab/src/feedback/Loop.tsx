import type { FeedbackView } from '@rapport/domain/feedback';
import type { SeriesView } from '@rapport/domain/series';
import { useRef } from 'react';
import type { SeriesStore } from '../client/state';
import { Named } from '../parts/Named';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';
import { Given } from './Given';
import { Received } from './Received';
import { Unopened } from './Unopened';

interface Props {
  readonly store: SeriesStore;
  readonly view: SeriesView;
  readonly feedback: FeedbackView;
  readonly mine: boolean;
  readonly name: string;
  readonly announce: (words: string) => void;
}

/** One loop between the two, at whatever step it is. The focus stays in it when a step is taken. */
export function Loop({ mine, ...props }: Props) {
  const { t, moment } = useWords();
  const { feedback, name } = props;
  const card = useRef<HTMLElement>(null);
  useHeldFocus(card);
  const label = mine ? t('feedback.to', { name }) : t('feedback.from', { name });
  const Step = mine ? Given : feedback.text === null ? Unopened : Received;
  return (
    <section ref={card} tabIndex={-1} className={styles['card']} aria-label={label}>
      <Named
        words={
          feedback.text ??
          feedback.askedFor ??
          t('feedback.byOn', { name, date: moment(feedback.at) })
        }
      >
        <Step {...props} seriesId={props.view.id} />
      </Named>
    </section>
  );
}
