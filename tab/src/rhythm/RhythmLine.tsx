import type { SeriesView } from '@rapport/domain/series';
import { Suspense, useRef, useState } from 'react';
import { isAsked } from '../feedback/arrange';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { later } from '../parts/later';
import ways from '../parts/GivesWay.module.css';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useTask } from '../parts/useTask';
import { useWayHere } from '../parts/useWay';
import { folded } from '../sections/folded';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { clocksChange } from './clocksNear';
import type { FormProps } from './form';
import { dayMeant, daysAgo, noonOf } from './localDate';
import { OfferedRhythm } from './OfferedRhythm';
import { PlannedBy } from './PlannedBy';
import styles from './rhythm.module.css';
import { fellOut, offeredBeside, standingOf, type Standing } from './standing';
import { sayTheirTime } from './theirTime';

const PauseForm = folded(() => import('./PauseForm'));
const PlanForm = folded(() => import('./PlanForm'));
const NightOfChange = later(() => import('./NightOfChange'));
const RhythmChoice = folded(() => import('./RhythmChoice'));

type Unfolded = 'plan' | 'pause' | 'rhythm';

const PLAN = ['plan', 'pace.pickDate'] as const;
const PAUSE = ['pause', 'pace.pause'] as const;
const WAYS: Readonly<Record<Standing['kind'], readonly (readonly [Unfolded, WordsKey])[]>> = {
  paused: [PLAN, ['pause', 'pace.changeBreak']],
  gap: [PLAN, PAUSE, ['rhythm', 'pace.changeRhythm']],
  planned: [PLAN, PAUSE],
  open: [PLAN, PAUSE],
};

/**
 * When the two meet next, or that they have not met for long, or do not for a while (PRACTICE A2, B7): one quiet
 * line between meetings, the same for both, with what either can do about it.
 */
export function RhythmLine({
  view: latest,
  name,
}: {
  readonly view: SeriesView;
  readonly name: string;
}) {
  const { calm: planned, folded: up } = useWayHere();
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [region, announce] = useAnnouncer();
  const [unfolded, setUnfolded] = useState<Unfolded | null>(null);
  // As it stood before the meeting that the other one began: a form that is open stays under one's hands.
  const [view, setView] = useState(latest);
  if (planned && view !== latest) setView(latest);
  // As the page opens: a suggestion that came up when something else is done would push it all down.
  const [asked] = useState(() => isAsked(latest));
  const root = useRef<HTMLElement>(null);
  useHeldFocus(root);
  const now = new Date(client.now()).toISOString();
  const standing = standingOf(view, now);
  if (!standing) return null;

  const save = async (path: string, body: object, said: string, method?: 'PATCH') => {
    if (busy || !(await run(() => client.writeTo(view.id, path, body, method)))) return;
    setUnfolded(null);
    announce(said);
  };
  const form: FormProps = {
    view,
    name,
    busy,
    onSave: (path, body, said) => void save(path, body, said),
    onCancel: () => setUnfolded(null),
  };
  const offered = unfolded || asked ? null : offeredBeside(view, standing, now);
  const { kind } = standing;
  return (
    <section
      ref={root}
      tabIndex={-1}
      className={`${styles['pace']} ${planned ? '' : unfolded ? ways['used'] : styles[up ? 'folded' : 'away']}`}
      aria-label={t('pace.region')}
    >
      <div className={styles['line']}>
        <div className={styles['words']}>
          <Said standing={standing} view={view} name={name} now={now} />
        </div>
        <div className={styles['ways']}>
          {kind === 'paused' ? (
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() =>
                form.onSave('pause/end', { at: standing.pause.at }, t('pace.pauseEnded'))
              }
            >
              {t('pace.endPause')}
            </Button>
          ) : null}
          {WAYS[kind].map(([way, label]) => (
            <Button
              key={way}
              size="small"
              appearance="subtle"
              aria-expanded={unfolded === way}
              onClick={() => setUnfolded(unfolded === way ? null : way)}
            >
              {t(way === 'plan' && standing.next !== null ? 'pace.moveOrSkip' : label)}
            </Button>
          ))}
        </div>
      </div>
      {unfolded ? (
        <>
          {unfolded === 'plan' ? <PlanForm {...form} standing={standing} /> : null}
          {unfolded === 'pause' ? <PauseForm {...form} standing={standing} /> : null}
          {unfolded === 'rhythm' ? (
            <RhythmChoice
              {...form}
              onChoose={(rhythm) => void save('', { rhythm }, t('settings.changed'), 'PATCH')}
            />
          ) : null}
        </>
      ) : null}
      {offered ? (
        <OfferedRhythm
          view={view}
          offered={offered}
          busy={busy}
          onTake={() => void save('', { rhythm: offered }, t('settings.changed'), 'PATCH')}
        />
      ) : null}
      {refusal ? <Problem refusal={refusal} /> : null}
      <p className={text['hidden']}>{t('pace.reads', { name })}</p>
      {region}
    </section>
  );
}

function Said({
  standing,
  view,
  name,
  now,
}: Pick<FormProps, 'view' | 'name'> & { readonly standing: Standing; readonly now: string }) {
  const words = useWords();
  const { t, date, moment } = words;
  const theirs = standing.next ? sayTheirTime(words, view, name) : null;
  const next = standing.next ? (
    <>
      <p>{t('pace.planned', { when: moment(standing.next) })}</p>
      {theirs ? <p className={text['quiet']}>{theirs}</p> : null}
      {clocksChange(standing.next) ? (
        <Suspense>
          <NightOfChange at={standing.next} />
        </Suspense>
      ) : null}
    </>
  ) : null;
  switch (standing.kind) {
    case 'paused': {
      const { until, by } = standing.pause;
      return (
        <>
          <p>
            {until
              ? t('pace.pausedUntil', { date: date(noonOf(dayMeant(until))) })
              : t('pace.pausedOpen')}
          </p>
          <p className={text['quiet']}>
            {by === view.me ? t('pace.youPaused') : t('pace.theyPaused', { name })}
          </p>
          {next}
        </>
      );
    }
    case 'gap': {
      const { since } = standing.gap;
      const days = daysAgo(since, Date.parse(now));
      return (
        <>
          <p>
            {view.lastMeeting?.finishedAt === since
              ? t('pace.gap', { date: date(since), days })
              : t('pace.gapNoMeeting', { date: date(since), days })}
          </p>
          {next}
        </>
      );
    }
    case 'planned':
      return (
        <>
          {next ?? <p>{t('pace.wasPlanned', { when: moment(standing.at) })}</p>}
          {next ? <PlannedBy view={view} name={name} /> : null}
        </>
      );
    case 'open':
      return (
        <>
          <p>{t('pace.open')}</p>
          {fellOut(view) ? <PlannedBy view={view} name={name} /> : null}
        </>
      );
  }
}
