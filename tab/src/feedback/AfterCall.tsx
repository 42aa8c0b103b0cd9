import type { FeedbackView } from '@rapport/domain/feedback';
import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import type { Wish } from '@rapport/domain/wish';
import { useCallback, useRef, useState } from 'react';
import type { SeriesState, SeriesStore } from '../client/state';
import { useAnnouncer } from '../parts/Announcer';
import { Disclosure } from '../parts/Disclosure';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import { Section } from '../parts/Section';
import { useRemembered } from '../parts/useRemembered';
import { useHeldFocus } from '../parts/useHeldFocus';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { arrange } from './arrange';
import { CheckInForm } from './CheckInForm';
import { CheckInKept } from './CheckInKept';
import { Composer } from './Composer';
import styles from './feedback.module.css';
import { Loop } from './Loop';
import { OnItsWay } from './OnItsWay';
import { OwnWishes } from './OwnWishes';
import { Past } from './Past';
import { RefusedFeedback } from './RefusedFeedback';
import { TheirWishes } from './TheirWishes';
import { useCheckIn } from './useCheckIn';
import { useFeedback } from './useFeedback';

interface Props {
  readonly store: SeriesStore;
  readonly state: SeriesState;
  readonly view: SeriesView;
}

/** What is for after the call: what waits for somebody, feedback to be given, and the loops under way. */
export default function AfterCall({ store, state, view }: Props) {
  const full = otherName(view);
  return full ? (
    <BetweenTwo store={store} state={state} view={view} name={shortName(full)} />
  ) : null;
}

function BetweenTwo({ store, state, view, name }: Props & { readonly name: string }) {
  const { t } = useWords();
  const [region, announce] = useAnnouncer();
  const root = useRef<HTMLElement>(null);
  useHeldFocus(root);
  const { reading, refresh } = useFeedback(view);
  const [justKept, setJustKept] = useState(false);
  const kept = useCheckIn(view);
  const [answering, setAnswering] = useState<Wish | null>(null);
  const answered = useCallback(() => setAnswering(null), []);
  const wishIds = view.wishes.map(({ id }) => id);
  const { known: left, remember } = useRemembered(`wishes/${view.id}`, wishIds);

  const ended = hasLeft(view);
  const agreed = view.terms.inForce !== null;
  const loops = reading.status === 'ready' ? reading.value : [];
  const { received, given, past } = arrange(view, loops);
  const onTheirWay = ended ? [] : view.onlyMe.feedback.filter(({ delivery }) => delivery);
  const underWay = new Set(onTheirWay.map(({ askedFor }) => askedFor));
  const wishes = view.wishes.filter(
    ({ id, by }) => !ended && by !== view.me && !left.has(id) && !underWay.has(id),
  );
  const due = ended ? null : view.checkIn;
  const share = view.me === 'report' ? t('checkIn.shareYours') : t('checkIn.share', { name });
  const table = kept?.mine ? (
    <CheckInKept kept={kept} me={view.me} name={name} share={share} />
  ) : null;
  const loop = (feedback: FeedbackView) => (
    <Loop
      key={feedback.id}
      store={store}
      view={view}
      feedback={feedback}
      mine={feedback.from === view.me}
      name={name}
      announce={announce}
    />
  );
  return (
    <section ref={root} tabIndex={-1} className={styles['after']} aria-label={t('feedback.region')}>
      {received.length + onTheirWay.length + wishes.length > 0 || due !== null ? (
        <Section title={t('waiting.title')}>
          {received.map(loop)}
          <TheirWishes
            wishes={wishes}
            name={name}
            onAnswer={setAnswering}
            onLeave={({ id }) => remember(id)}
          />
          {onTheirWay.map((draft) => (
            <OnItsWay key={draft.id} draft={draft} store={store} name={name} announce={announce} />
          ))}
          {due === null ? null : (
            <CheckInForm
              key={due}
              view={view}
              meeting={due}
              share={share}
              onKept={() => {
                setJustKept(true);
                announce(t('checkIn.kept'));
              }}
            />
          )}
        </Section>
      ) : null}
      {justKept && table ? <Section title={t('checkIn.yours')}>{table}</Section> : null}
      {reading.status === 'failed' ? <Problem refusal={reading.refusal} onRetry={refresh} /> : null}
      <RefusedFeedback store={store} state={state} />
      {ended ? null : (
        <Composer
          store={store}
          view={view}
          name={name}
          answering={answering}
          onAnswering={answered}
          undoes={state.undo}
          announce={announce}
        />
      )}
      {ended || !agreed ? null : (
        <OwnWishes store={store} view={view} name={name} undoes={state.undo} announce={announce} />
      )}
      {given.length > 0 ? <Section title={t('feedback.given')}>{given.map(loop)}</Section> : null}
      {!justKept && table ? <Disclosure summary={t('checkIn.yours')}>{table}</Disclosure> : null}
      <Past view={view} loops={past} name={name} />
      {region}
    </section>
  );
}
