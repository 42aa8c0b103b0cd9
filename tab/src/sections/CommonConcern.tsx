import { useId, useState } from 'react';
import { Disclosure } from '../parts/Disclosure';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { Tick } from '../parts/Tick';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import type { SectionProps } from './sectionProps';

/** Exception (1), off until the report turns it on; nobody else is told either way (PRACTICE C6, C8). */
export function CommonConcern({ view, onChanged }: Omit<SectionProps, 'name'>) {
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const id = useId();
  /** What was just chosen stands there at once, and goes back if it was not taken. */
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { commonConcern } = view.terms;
  const other = shortName(view.manager.name);
  if (commonConcern === null || hasLeft(view)) return null;
  const turn = async (on: boolean) => {
    setChosen(on);
    if (await run(() => client.writeShared(view.id, 'terms/common-concern', { on }))) onChanged();
    setChosen(null);
  };
  return (
    <div className={text['tight']}>
      <Tick
        checked={chosen ?? commonConcern}
        describedBy={id}
        onChange={(on) => (busy ? undefined : void turn(on))}
      >
        {t('agreement.common')}
      </Tick>
      <p id={id} className={text['quiet']}>
        {t('agreement.commonWho')}
      </p>
      <Disclosure summary={t('concern.terms')}>
        <div className={text['tight']}>
          <p>{t('concern.terms1', { name: other })}</p>
          <p>{t('concern.terms2')}</p>
          <p>{t('concern.terms3', { name: other })}</p>
        </div>
      </Disclosure>
      {refusal ? <Problem refusal={refusal} /> : null}
    </div>
  );
}
