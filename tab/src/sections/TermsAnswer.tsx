import { Button } from '@fluentui/react-components';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { SectionProps } from './sectionProps';

/** "Agree" and "Not now", of equal weight; an answer put off is not asked for again (PRACTICE C6). */
export function TermsAnswer({ view, onChanged }: Omit<SectionProps, 'name'>) {
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const { newest, unanswered } = view.terms;
  const answer = async (path: string) => {
    if (await run(() => client.writeShared(view.id, path, { terms: newest }))) onChanged();
  };
  return (
    <>
      <div className={text['row']}>
        <Button disabledFocusable={busy} onClick={() => void answer('terms')}>
          {t('agreement.agree')}
        </Button>
        {unanswered ? (
          <Button disabledFocusable={busy} onClick={() => void answer('terms/later')}>
            {t('agreement.notNow')}
          </Button>
        ) : null}
      </div>
      {refusal ? <Problem refusal={refusal} /> : null}
    </>
  );
}
