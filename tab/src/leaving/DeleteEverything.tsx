import type { Seat } from '@rapport/domain/series';
import { useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { Tick } from '../parts/Tick';
import styles from '../sections/leaving.module.css';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';

interface Props {
  readonly seats: readonly Seat[];
  readonly onDeleted: () => void;
}

const WHAT: readonly WordsKey[] = [
  'erase.own',
  'erase.profile',
  'erase.invitations',
  'erase.shared',
  'leave.records',
  'leave.copies',
  'leave.backups',
];

/** Everything of one's own, gone (PRACTICE D11): told first what that is, and asked twice. */
export default function DeleteEverything({ seats, onDeleted }: Props) {
  const { t } = useWords();
  const going = seats.filter(({ state }) => state !== 'invited' && state !== 'ended').length;
  return (
    <Disclosure look="section" summary={t('erase.title')}>
      <div className={text['tight']}>
        <p className={text['prose']}>{t('erase.lead', { count: going })}</p>
        <ul className={styles['list']}>
          {WHAT.map((key) => (
            <li key={key}>{t(key, { name: '' })}</li>
          ))}
        </ul>
        <p className={text['quiet']}>{t('erase.copyFirst')}</p>
        <Deliberately onDeleted={onDeleted} />
      </div>
    </Disclosure>
  );
}

/** A box to tick and a button that only then does something: no single press, and nothing to type. */
function Deliberately({ onDeleted }: Pick<Props, 'onDeleted'>) {
  const { t } = useWords();
  const { client, host } = useApp();
  const { busy, refusal, run } = useTask();
  const [sure, setSure] = useState(false);
  const erase = async () => {
    await client.keep('POST', '/api/home/delete', {});
    const device = openDeviceStore(host.context.user);
    for (const key of device.keys('')) device.remove(key);
    onDeleted();
  };
  return (
    <>
      <Tick checked={sure} onChange={setSure}>
        {t('erase.sure')}
      </Tick>
      <div>
        <Button disabledFocusable={!sure || busy} onClick={() => sure && void run(erase)}>
          {t('erase.now')}
        </Button>
      </div>
      {refusal ? <Problem refusal={refusal} /> : null}
    </>
  );
}
