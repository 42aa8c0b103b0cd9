import { Button } from '../parts/Button';
import type { DisclosureView } from '@rapport/domain/ledger.schema';
import { useState } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { Tick } from '../parts/Tick';
import { useWords } from '../words/useWords';
import type { Ledger, MatterView } from './useLedger';
import { WordsForm } from './WordsForm';

interface Props {
  readonly ledger: Ledger;
  readonly matter: MatterView;
  readonly disclosure: DisclosureView;
  readonly name: string;
  /** One of the two has left: only a no is possible. */
  readonly fixed: boolean;
}

/** Yes, no or other words, without a reason; a yes not in the moment it is asked for (PRACTICE C6, E1). */
export function AnswerAsk({ ledger, matter, disclosure, name, fixed }: Props) {
  const { t, moment } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [rewording, setRewording] = useState(false);
  const [close, setClose] = useState(false);
  const early = client.now() < Date.parse(disclosure.yesFrom);
  const answer = (kind: 'yes' | 'no' | 'reworded', wording: string | null) =>
    ledger.change(matter.id, {
      step: 'answer',
      disclosure: disclosure.id,
      kind,
      wording,
      close: kind === 'no' && close,
    });
  if (rewording && !fixed) {
    return (
      <WordsForm
        asked={[
          {
            key: 'wording',
            label: t('ledger.yourWording'),
            hint: t('ledger.yourWordingHint', { name }),
            maxLength: 2000,
            long: true,
            words: disclosure.wording,
          },
        ]}
        send={t('ledger.allowWording')}
        onSend={({ wording = '' }) => answer('reworded', wording)}
        onDone={() => setRewording(false)}
      />
    );
  }
  return (
    <div className={text['tight']}>
      <div className={text['row']}>
        {fixed ? null : (
          <Button
            disabledFocusable={busy || early}
            onClick={() => void run(() => answer('yes', null))}
          >
            {t('ledger.yes')}
          </Button>
        )}
        <Button disabledFocusable={busy} onClick={() => void run(() => answer('no', null))}>
          {t('ledger.no')}
        </Button>
        {fixed ? null : (
          <Button disabledFocusable={busy || early} onClick={() => setRewording(true)}>
            {t('ledger.reword')}
          </Button>
        )}
      </div>
      <Tick checked={close} onChange={setClose}>
        {t('ledger.close')}
      </Tick>
      <p className={text['quiet']}>
        {early && !fixed
          ? t('ledger.later', { when: moment(disclosure.yesFrom) })
          : t('ledger.noReason', { when: moment(disclosure.lapsesAt) })}
      </p>
      {refusal ? <Problem refusal={refusal} /> : null}
    </div>
  );
}
