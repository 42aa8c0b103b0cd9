import { Button } from '../parts/Button';
import type { FeedbackDraft } from '@rapport/domain/feedback';
import type { SeriesStore } from '../client/state';
import { LockIcon } from '../parts/icons';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';
import { sayWhen } from './workingTime';

interface Props {
  readonly draft: FeedbackDraft;
  readonly store: SeriesStore;
  readonly name: string;
  readonly announce: (words: string) => void;
}

/** One's own words between being given and arriving: to be said first, or to go out in working hours. */
export function OnItsWay({ draft, store, name, announce }: Props) {
  const { t } = useWords();
  const { client, host } = useApp();
  const { delivery, said } = draft;
  const sayGoingOut = (at: string) =>
    Date.parse(at) <= client.now()
      ? t('waiting.goingOut')
      : t('waiting.goesOut', { when: sayWhen(host.context.locale, new Date(at)) });
  if (!delivery) return null;
  const bring = delivery.how === 'bring';
  const title = bring ? t('waiting.bringUp') : sayGoingOut(delivery.at);
  const keep = () => {
    store.send({ type: 'keepFeedback', id: draft.id });
    announce(t('feedback.saidKept'));
  };
  const how = said ? t('waiting.said', { name }) : t('waiting.sayFirst', { name });
  return (
    <section className={styles['card']} aria-label={title}>
      <h3 className={styles['title']}>{title}</h3>
      <p dir="auto" className={`${text['prose']} ${styles['quote']}`}>
        {draft.text}
      </p>
      <p className={styles['who']}>
        <LockIcon />
        {bring ? how : t('waiting.onlyYouYet')}
      </p>
      <Named words={draft.text}>
        <div>
          <Button size="small" onClick={keep}>
            {bring ? t('waiting.toDrafts') : t('waiting.keepBack')}
          </Button>
        </div>
      </Named>
    </section>
  );
}
