import { Button } from '@fluentui/react-components';
import type { Retention } from '@rapport/domain/retention';
import type { SeriesView } from '@rapport/domain/series';
import { Notice } from '../parts/Notice';
import { Problem } from '../parts/Problem';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { goesBefore, setRetention } from './retention';

interface Props {
  readonly view: SeriesView;
  readonly coming: NonNullable<Retention['coming']>;
  readonly name: string | null;
}

/** A change of how long things are kept, announced by one of the two: until it holds, either takes it back. */
export function RetentionComing({ view, coming, name }: Props) {
  const { t, dated } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const { months } = view.retention;
  const [date, from] = [dated(coming.at), dated(coming.from)];
  return (
    <>
      <Notice
        tone="warning"
        actions={
          <Button
            disabledFocusable={busy}
            onClick={() => void run(() => setRetention(client, view.id, months))}
          >
            {t('retention.takeBack', { months })}
          </Button>
        }
      >
        <p>
          {coming.by === view.me
            ? t('retention.youComing', { date, from, months: coming.months })
            : t('retention.theyComing', {
                date,
                from,
                months: coming.months,
                name: name ?? '',
              })}
        </p>
        {coming.months < months ? (
          <p>{t('retention.goes', { before: dated(goesBefore(coming.from, coming.months)) })}</p>
        ) : null}
        {view.brought ? <p>{t('retention.broughtToo')}</p> : null}
      </Notice>
      {refusal ? <Problem refusal={refusal} /> : null}
    </>
  );
}
