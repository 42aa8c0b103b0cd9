import { Button } from '../parts/Button';
import type { DisclosureView } from '@rapport/domain/ledger.schema';
import type { Role } from '@rapport/domain/person';
import { useState } from 'react';
import { Named } from '../parts/Named';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { AnswerAsk } from './AnswerAsk';
import { AskForm } from './AskForm';
import styles from './ledger.module.css';
import type { Ledger, MatterView } from './useLedger';

interface Props {
  readonly ledger: Ledger;
  readonly matter: MatterView;
  readonly me: Role;
  readonly name: string;
  /** Nothing new can be asked or allowed any more; what is there can still be ended. */
  readonly fixed: boolean;
}

const STATES = {
  open: 'ledger.state.open',
  lapsed: 'ledger.state.lapsed',
  withdrawn: 'ledger.state.withdrawn',
  refused: 'ledger.state.refused',
  allowed: 'ledger.state.allowed',
  revoked: 'ledger.state.revoked',
} as const;

/** One thing that was asked about: every request, its answer, and where it was told. */
export function MatterEntry({ ledger, matter, me, name, fixed }: Props) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const mine = matter.by === me;
  return (
    <Named words={matter.about}>
      <section className={styles['entry']} aria-label={matter.about}>
        <h3 dir="auto" className={styles['about']}>
          {matter.about}
        </h3>
        {matter.disclosures.map((disclosure) => (
          <Request key={disclosure.id} {...{ ledger, matter, disclosure, mine, name, fixed }} />
        ))}
        {mine && matter.mayAskAgain && !fixed ? (
          asking ? (
            <AskForm ledger={ledger} name={name} matter={matter} onDone={() => setAsking(false)} />
          ) : (
            <div>
              <Button size="small" onClick={() => setAsking(true)}>
                {t('ledger.askAgain')}
              </Button>
            </div>
          )
        ) : null}
        {matter.mayAskAgain ||
        matter.disclosures.some(({ state }) => state === 'open' || state === 'allowed') ? null : (
          <p className={text['quiet']}>{t('ledger.ended')}</p>
        )}
      </section>
    </Named>
  );
}

interface RequestProps extends Omit<Props, 'me'> {
  readonly disclosure: DisclosureView;
  readonly mine: boolean;
}

function Request({ ledger, matter, disclosure, mine, name, fixed }: RequestProps) {
  const { t, date } = useWords();
  const { busy, refusal, run } = useTask();
  const { id, state, audience, wording, allowed, toldAt } = disclosure;
  const reworded = allowed !== null && allowed !== wording;
  const step = (kind: 'withdraw' | 'tell' | 'revoke') => () =>
    void run(() => ledger.change(matter.id, { step: kind, disclosure: id }));
  const one = (kind: 'withdraw' | 'tell' | 'revoke', label: string) => (
    <div>
      <Button size="small" disabledFocusable={busy} onClick={step(kind)}>
        {label}
      </Button>
    </div>
  );
  return (
    <div className={text['tight']}>
      <p className={text['quiet']}>
        {mine
          ? t('ledger.youAsked', { date: date(disclosure.at), audience })
          : t('ledger.theyAsked', { name, date: date(disclosure.at), audience })}
      </p>
      <blockquote dir="auto" className={styles['words']}>
        {wording}
      </blockquote>
      {state === 'open' && !mine ? (
        <AnswerAsk {...{ ledger, matter, disclosure, name, fixed }} />
      ) : (
        <p>{t(reworded ? 'ledger.state.reworded' : STATES[state])}</p>
      )}
      {reworded ? (
        <blockquote dir="auto" className={styles['words']}>
          {allowed}
        </blockquote>
      ) : null}
      {toldAt.length > 0 ? (
        <p className={text['quiet']}>
          {t('ledger.told', { dates: toldAt.map((at) => date(at)).join(', ') })}
        </p>
      ) : null}
      {state === 'open' && mine ? one('withdraw', t('ledger.withdraw')) : null}
      {state === 'allowed' && mine ? one('tell', t('ledger.tell')) : null}
      {state === 'allowed' && !mine ? one('revoke', t('ledger.revoke')) : null}
      {refusal ? <Problem refusal={refusal} /> : null}
    </div>
  );
}
