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

/** Who planned the date, between two meetings. */
export function PlannedBy({ view, name }: Props) {
  const { t, moment } = useWords();
  const { planned } = view.meeting;
  if (!planned) return null;
  const { by, how, from } = planned;
  const [mine, theirs] = BY[how] ?? ['pace.youSet', 'pace.theySet'];
  const when = from ? moment(from) : '';
  return (
    <p className={text['quiet']}>
      {by === view.me ? t(mine, { when }) : t(theirs, { name, when })}
    </p>
  );
}
