import type { Device } from '@rapport/domain/device';
import { useMemo, useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import { Button } from '../parts/Button';
import { LockIcon } from '../parts/icons';
import { Notice } from '../parts/Notice';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import { knownDevices } from './knownDevices';
import { nameOfDevice } from './names';
import styles from './NewDevice.module.css';

/** Where Microsoft lets somebody change their password and sign out everywhere. */
const ACCOUNT = 'https://myaccount.microsoft.com/';

/** Asks once, on each device of somebody, about a new one (PRACTICE E7). In the personal app alone. */
export default function NewDevice({ devices }: { readonly devices: readonly Device[] }) {
  const words = useWords();
  const { t, date } = words;
  const { user } = useApp().host.context;
  const known = useMemo(() => knownDevices(openDeviceStore(user)), [user]);
  const [answered, setAnswered] = useState(0);
  const [helping, setHelping] = useState(false);
  const device = known.unknown(devices);
  if (!device) return null;
  const seen = () => {
    known.seen(device);
    setHelping(false);
    setAnswered(answered + 1);
  };
  return (
    <Notice
      actions={
        <>
          <Button size="small" onClick={seen}>
            {helping ? t('device.seen') : t('device.yes')}
          </Button>
          {helping ? null : (
            <Button size="small" appearance="subtle" onClick={() => setHelping(true)}>
              {t('device.what')}
            </Button>
          )}
        </>
      }
    >
      <p>
        {t('device.asks', {
          date: date(`${device.day}T12:00`),
          device: nameOfDevice(words, device),
        })}
      </p>
      {helping ? (
        <div role="status" className={styles['help']}>
          <p>{t('device.help')}</p>
          <p>
            <a className={styles['link']} href={ACCOUNT} target="_blank" rel="noopener noreferrer">
              {t('device.account')}
            </a>
          </p>
          <p className={styles['quiet']}>{t('device.honest')}</p>
        </div>
      ) : null}
      <p className={styles['quiet']}>
        <LockIcon /> {t('who.onlyYou')}
      </p>
    </Notice>
  );
}
