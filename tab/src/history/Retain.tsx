import type { FeedbackView } from '@rapport/domain/feedback';
import { CRITICISM_MONTHS, monthsLater } from '@rapport/domain/retention';
import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { Button } from '../parts/Button';
import { hasLeft } from '../parts/groups';
import { Named } from '../parts/Named';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';

interface Props {
  readonly view: SeriesView;
  readonly feedback: FeedbackView;
  readonly onChanged: () => void;
}

/** Until when closed criticism is there for its receiver, who may keep it; nobody else is told (PRACTICE D5). */
export function Retain({ view, feedback, onChanged }: Props) {
  const { t, dated } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const { closedAt, kind, from, retained = false, id } = feedback;
  const { months } = view.retention;
  const mine = closedAt !== null && kind === 'criticism' && from !== view.me;
  if (!mine || months <= CRITICISM_MONTHS || hasLeft(view)) return null;
  const name = shortName(otherName(view) ?? '');
  const goes = monthsLater(closedAt, CRITICISM_MONTHS);
  const until = dated(monthsLater(closedAt, months));
  const late = Date.parse(goes) <= client.now();
  const change = async () => {
    const path = `feedback/${encodeURIComponent(id)}/retained`;
    if (await run(() => client.writeTo(view.id, path, { retained: !retained }, 'PUT'))) onChanged();
  };
  return (
    <div className={text['row']}>
      <span className={text['quiet']}>
        {retained
          ? t('retain.untilYou', { date: until, name })
          : t('retain.keepHint', { date: dated(goes), until, name })}
        {retained && late ? ` ${t('retain.gone')}` : ''}
      </span>
      <Named words={feedback.text ?? until}>
        <Button size="small" disabledFocusable={busy} onClick={() => void change()}>
          {t(retained ? 'retain.not' : 'retain.keep')}
        </Button>
      </Named>
      {refusal ? <Problem refusal={refusal} /> : null}
    </div>
  );
}
