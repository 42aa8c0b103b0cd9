import { Button } from '@fluentui/react-components';
import { TERMS_VERSION } from '@rapport/domain/terms';
import { useRef } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { SectionProps } from './SeriesSections';

/** Who agreed to the terms and when; and agreeing, for whoever put it off. */
export function Agreement({ view, name, onChanged }: SectionProps) {
  const { t, date } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const me = view[view.me];
  const other = view.me === 'manager' ? view.report : view.manager;
  const mine = me?.agreedAt
    ? t('details.youAgreed', { date: date(me.agreedAt) })
    : t('details.youNotYet');
  const theirs = other?.agreedAt
    ? t('details.theyAgreed', { name: name ?? '', date: date(other.agreedAt) })
    : t('details.theyNotYet', { name: name ?? '' });
  const region = useRef<HTMLDivElement>(null);
  useHeldFocus(region);
  const agree = async () => {
    if (await run(() => client.agreeToTerms(view.id, TERMS_VERSION))) onChanged();
  };
  return (
    <div ref={region} tabIndex={-1} className={text['stack']}>
      <p>
        {mine} {name ? theirs : null}
      </p>
      {me?.agreedAt && other?.agreedAt ? null : (
        <p className={text['quiet']}>{t('terms.untilBoth')}</p>
      )}
      {me?.agreedAt ? null : (
        <div>
          <Button disabledFocusable={busy} onClick={() => void agree()}>
            {t('terms.agree')}
          </Button>
        </div>
      )}
      {refusal ? <Problem refusal={refusal} /> : null}
    </div>
  );
}
