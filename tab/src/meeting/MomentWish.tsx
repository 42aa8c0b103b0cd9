import type { Hand } from '@rapport/domain/hand';
import { useId } from 'react';
import { Disclosure } from '../parts/Disclosure';
import { LockIcon } from '../parts/icons';
import text from '../parts/text.module.css';
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
  const soonId = useId();
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
        <label className={styles['wish']}>
          <input
            type="checkbox"
            checked={mine !== 'none'}
            onChange={({ target }) => wish(target.checked ? 'wait' : 'none')}
          />
          {t('moment.first')}
        </label>
        <label className={styles['wish']} htmlFor={soonId}>
          <input
            id={soonId}
            type="checkbox"
            checked={mine === 'soon'}
            onChange={({ target }) => wish(target.checked ? 'soon' : 'wait')}
          />
          {sooner}
        </label>
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
