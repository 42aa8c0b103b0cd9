import { isOpenGoal } from '@rapport/domain/goal';
import type { GoalSummary, GoalView } from '@rapport/domain/goal.schema';
import { goalNeeds, goalWords } from '@rapport/domain/offering';
import { Disclosure } from '../parts/Disclosure';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useWords } from '../words/useWords';
import { ChoiceGroup, ChoiceTick } from './ChoiceGroup';
import { goalBody, goalPath, type Choosable } from './choosing';
import styles from './choosing.module.css';
import { GoalWords } from './GoalWords';

/** Goals that are one's own, or that one suggested: each says what of it goes once it is ticked. */
export function ChooseGoals(props: Choosable) {
  const { view, isOffered } = props;
  const { t } = useWords();
  const { client } = useApp();
  const live = client.follow<{ goals: readonly GoalSummary[] }>(view.id, 'goals');
  const reading = useLive(live);
  if (reading.status === 'failed') {
    return <Problem refusal={reading.refusal} onRetry={() => void live.refresh()} />;
  }
  if (reading.status !== 'ready') return <p className={text['quiet']}>{t('loading')}</p>;
  const own = reading.value.goals.filter(
    ({ id, by, owner, sentence, version }) =>
      sentence !== null && (by === view.me || owner === view.me) && !isOffered(id, version),
  );
  const rows = (goals: readonly GoalSummary[]) =>
    goals.map((goal) => <GoalChoice key={goal.id} {...props} goal={goal} />);
  const past = own.filter((goal) => !isOpenGoal(goal));
  if (own.length === 0) return null;
  return (
    <ChoiceGroup title={t('goals.title')} who={t('offer.goalsLead')}>
      {rows(own.filter(isOpenGoal))}
      {past.length > 0 ? (
        <Disclosure summary={t('goals.past', { count: past.length })}>{rows(past)}</Disclosure>
      ) : null}
    </ChoiceGroup>
  );
}

interface RowProps extends Choosable {
  readonly goal: GoalSummary;
}

function GoalChoice({ goal, ...props }: RowProps) {
  const { view, choosing } = props;
  const { client } = useApp();
  const choice = {
    id: goal.id,
    words: goal.sentence ?? '',
    body: () => goalBody(client, view.id, goal.id),
  };
  return (
    <div>
      <ChoiceTick choice={choice} choosing={choosing} />
      {choosing.chosen.has(goal.id) ? <Goes {...props} goalId={goal.id} /> : null}
    </div>
  );
}

/** What of a goal goes with its sentence, and who decides about it. */
function Goes({ view, name, back, goalId }: Choosable & { readonly goalId: string }) {
  const { t } = useWords();
  const { client } = useApp();
  const live = client.follow<GoalView>(view.id, goalPath(goalId));
  const reading = useLive(live);
  if (reading.status === 'failed') {
    return <Problem refusal={reading.refusal} onRetry={() => void live.refresh()} />;
  }
  if (reading.status !== 'ready') return <p className={text['quiet']}>{t('loading')}</p>;
  const goal = reading.value;
  const words = goalWords(goal);
  if (!words) return <p className={text['quiet']}>{t('problem.goal.unknown')}</p>;
  const { sentence, rest } = words;
  const joint = goalNeeds(goal, [sentence, ...rest], view.me, back).length > 1;
  const nameOf = ({ by }: typeof sentence) => (by === view.me ? t('note.yours') : name);
  return (
    <div className={styles['goes']}>
      <GoalWords
        due={goal.due}
        parts={rest.map((line) => ({
          part: line.part,
          text: line.text,
          who: line.by === sentence.by ? null : nameOf(line),
        }))}
      />
      <p className={text['quiet']}>
        {joint ? t('offer.bothDecide', { name }) : t('offer.youDecide')} {t('offer.goalStays')}
      </p>
    </div>
  );
}
