import type { SeriesView } from '@rapport/domain/series';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';

interface Props {
  readonly view: SeriesView;
  readonly name: string;
}

const BY: Readonly<Record<string, readonly [mine: WordsKey, theirs: WordsKey]>> = {
  set: ['pace.youSet', 'pace.theySet'],
  moved: ['pace.youMoved', 'pace.theyMoved'],
  skipped: ['pace.youSkipped', 'pace.theySkipped'],
};

/** Who planned the date, and where the other one's clock says something else, what it says. */
export function PlannedBy({ view, name }: Props) {
  const { t, moment, time } = useWords();
  const { planned, plannedAt } = view.meeting;
  if (!planned) return null;
  const { by, how, from, offset } = planned;
  const [mine, theirs] = BY[how] ?? ['pace.youSet', 'pace.theySet'];
  const when = from ? moment(from) : '';
  const at = plannedAt === null ? null : new Date(plannedAt);
  const differs =
    at !== null && by !== view.me && offset !== null && offset !== -at.getTimezoneOffset();
  return (
    <p className={text['quiet']}>
      {by === view.me ? t(mine, { when }) : t(theirs, { name, when })}
      {differs ? ` ${t('pace.theirTime', { name, time: clockOf(at, offset, time) })}` : null}
    </p>
  );
}

/** What a clock that is so far ahead of UTC says then, in the reader's own spelling. */
const clockOf = (at: Date, offset: number, time: (instant: string) => string): string =>
  time(new Date(at.getTime() + (offset + at.getTimezoneOffset()) * 60_000).toISOString());
