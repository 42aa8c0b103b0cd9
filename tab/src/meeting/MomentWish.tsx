import type { Hand } from '@rapport/domain/hand';
import { Disclosure } from '../parts/Disclosure';
import { LockIcon } from '../parts/icons';
import text from '../parts/text.module.css';
import { Tick } from '../parts/Tick';
import { SupportList } from '../support/SupportList';
import { useWords } from '../words/useWords';
import styles from './MomentWish.module.css';
import type { Session } from './session';

/** Raising a hand for the coming meeting (PRACTICE B6): no text, no reason, and lowered without a trace. */
export function MomentWish({ session }: { readonly session: Session }) {
  const { t, moment } = useWords();
  const { view, send, name } = session;
  const { number, plannedAt } = view.meeting;
  const mine = view.hands[view.me];
  const wish = (hand: Hand) =>
    send(
      { type: 'prepareMeeting', number, hand },
      hand === 'none' ? 'moment.lowered' : 'moment.raised',
    );
  const sooner = plannedAt
    ? t('moment.sooner', { when: moment(plannedAt) })
    : t('moment.soonerUnplanned');
  return (
    <div className={text['stack']}>
      <div className={text['tight']}>
        <Tick checked={mine !== 'none'} onChange={(on) => wish(on ? 'wait' : 'none')}>
          {t('moment.first')}
        </Tick>
        <Tick checked={mine === 'soon'} onChange={(on) => wish(on ? 'soon' : 'wait')}>
          {sooner}
        </Tick>
      </div>
      <p className={styles['who']}>
        <LockIcon />
        <span>
          {t('moment.who', { name, line: t(mine === 'soon' ? 'moment.lineSoon' : 'moment.line') })}
        </span>
      </p>
      <Disclosure summary={t('support.title')}>
        <SupportList />
      </Disclosure>
    </div>
  );
}
