import type { FeedbackView } from '@rapport/domain/feedback';
import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import type { Wish } from '@rapport/domain/wish';
import { useCallback, useRef, useState } from 'react';
import type { SeriesState, SeriesStore } from '../client/state';
import { useAnnouncer } from '../parts/Announcer';
import { hasLeft } from '../parts/groups';
import { GivesWay } from '../parts/GivesWay';
import { Problem } from '../parts/Problem';
import { Section } from '../parts/Section';
import { useRemembered } from '../parts/useRemembered';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useWayHere } from '../parts/useWay';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { arrange, canReply, isAsked } from './arrange';
import { CheckInForm } from './CheckInForm';
import { CheckInKept } from './CheckInKept';
import { useComposer } from './Composer';
import styles from './feedback.module.css';
import { Loop } from './Loop';
import { OnItsWay } from './OnItsWay';
import { Past } from './Past';
import { RefusedFeedback } from './RefusedFeedback';
import { SoFar } from './SoFar';
import { TheirWish } from './TheirWish';
import { useSettledCheckIns } from './useBegunCheckIn';
import { useCheckIn } from './useCheckIn';
import { useFeedback } from './useFeedback';
import { useOwnWishes } from './useOwnWishes';
import { Waiting, type Waits } from './Waiting';

interface Props {
  readonly store: SeriesStore;
  readonly state: SeriesState;
  readonly view: SeriesView;
  /** What else waits; null while that is being read. */
  readonly also: readonly Waits[] | null;
}

/** What is for after the call: what waits for somebody, feedback to be given, and the loops under way. */
export default function AfterCall(props: Props) {
  const full = otherName(props.view);
  return full ? <BetweenTwo {...props} name={shortName(full)} /> : null;
}

function BetweenTwo({ store, state, view, also, name }: Props & { readonly name: string }) {
  const way = useWayHere();
  const { t } = useWords();
  const [region, announce] = useAnnouncer();
  const root = useRef<HTMLElement>(null);
  useHeldFocus(root);
  const { reading, refresh } = useFeedback(view);
  const [justKept, setJustKept] = useState(false);
  // What somebody has just given or asked for is there to be seen, and to be taken back.
  const [justDone, setJustDone] = useState(false);
  const done = useCallback(() => setJustDone(true), []);
  const kept = useCheckIn(view);
  const [answering, setAnswering] = useState<Wish | null>(null);
  const answered = useCallback(() => setAnswering(null), []);
  const wishIds = view.wishes.map(({ id }) => id);
  const { known: left, remember } = useRemembered(`wishes/${view.id}`, wishIds);
  const shared = { store, view, name, undoes: state.undo, announce };
  const composer = useComposer({ ...shared, answering, onAnswering: answered, onGiven: done });
  const { asking, open: asks, asked, count: askedFor } = useOwnWishes({ ...shared, onAsked: done });

  const ended = hasLeft(view);
  const agreed = view.terms.inForce !== null;
  const loops = reading.status === 'ready' ? reading.value : [];
  const { received, given, past } = arrange(view, loops);
  const onTheirWay = ended ? [] : view.onlyMe.feedback.filter(({ delivery }) => delivery);
  const underWay = new Set(onTheirWay.map((draft) => draft.askedFor));
  const wishes = view.wishes.filter(
    ({ id, by }) => !ended && by !== view.me && !left.has(id) && !underWay.has(id),
  );
  const due = ended ? null : view.checkIn;
  useSettledCheckIns(view, due);
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
  const put = view.onlyMe.together;
  const waits = (kind: Waits['kind'], key: string, card: Waits['card']): Waits => ({
    kind,
    key,
    card,
  });
  const all: readonly Waits[] = [
    ...(also ?? []),
    ...(due === null
      ? []
      : [
          waits(
            'checkIn',
            `checkIn ${due}`,
            <CheckInForm
              view={view}
              meeting={due}
              share={share}
              onKept={() => {
                setJustKept(true);
                announce(t('checkIn.kept'));
              }}
            />,
          ),
        ]),
    ...received.map((one) =>
      waits(one.answer || put.includes(one.id) ? 'putOff' : 'feedback', one.id, loop(one)),
    ),
    ...given.filter(canReply).map((one) => waits('reply', one.id, loop(one))),
    ...wishes.map((wish) =>
      waits(
        'wish',
        wish.id,
        <TheirWish
          wish={wish}
          name={name}
          onAnswer={() => setAnswering(wish)}
          onLeave={() => {
            remember(wish.id);
            announce(t('wish.leaveHint', { name }));
          }}
        />,
      ),
    ),
    ...onTheirWay.map((draft) =>
      waits('onItsWay', draft.id, <OnItsWay {...{ draft, store, name, announce }} />),
    ),
  ];
  // In the meeting that the other one began nothing arrives (PRACTICE A9).
  const known = useRef<ReadonlySet<string>>(new Set());
  const here = way.calm ? all : all.filter(({ key }) => known.current.has(key));
  known.current = new Set(here.map(({ key }) => key));
  const settled = also !== null && reading.status !== 'loading';
  const toldSoFar = given.filter((one) => !canReply(one));
  const counts = { drafts: ended ? 0 : composer.count, asked: askedFor, given: toldSoFar.length };
  return (
    <section ref={root} tabIndex={-1} className={styles['after']} aria-label={t('feedback.region')}>
      <GivesWay says>
        {settled || due !== null ? <Waiting all={here} calm={way.calm} onDone={way.fold} /> : null}
        {!settled && due === null && isAsked(view) ? (
          <Section title={t('waiting.title')}>
            <div className={styles['arriving']}>{t('loading')}</div>
          </Section>
        ) : null}
      </GivesWay>
      {justKept && table ? <Section title={t('checkIn.yours')}>{table}</Section> : null}
      {reading.status === 'failed' ? <Problem refusal={reading.refusal} onRetry={refresh} /> : null}
      <RefusedFeedback store={store} state={state} />
      {ended ? null : (
        <GivesWay open={composer.open} className={styles['stack']}>
          {composer.box}
        </GivesWay>
      )}
      {ended || !agreed ? null : (
        <GivesWay open={asks} className={styles['stack']}>
          {asking}
        </GivesWay>
      )}
      <GivesWay>
        <SoFar counts={counts} open={justDone}>
          {ended ? null : composer.drafts}
          {ended || !agreed ? null : asked}
          {toldSoFar.length > 0 ? (
            <Section title={t('feedback.given')}>{toldSoFar.map(loop)}</Section>
          ) : null}
          {!justKept && table ? <Section title={t('checkIn.yours')}>{table}</Section> : null}
          <Past view={view} loops={past} name={name} />
        </SoFar>
      </GivesWay>
      {region}
    </section>
  );
}
