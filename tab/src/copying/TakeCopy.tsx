import { Button } from '@fluentui/react-components';
import type { SeriesView } from '@rapport/domain/series';
import { useId, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { followLedger } from '../ledger/followLedger';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { Tick } from '../parts/Tick';
import { useWords } from '../words/useWords';
import { copyFile, save, type CopyFile, type CopyFormat } from './copyFile';
import { CopyText } from './CopyText';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called; null while nobody is named. */
  readonly name: string | null;
}

/** One's own copy of what one may read; private notes only where they say so (PRACTICE D11, E3). */
export default function TakeCopy({ view, name }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [region, announce] = useAnnouncer();
  const [mineToo, setMineToo] = useState(false);
  const [file, setFile] = useState<CopyFile | null>(null);
  const hint = useId();
  const take = (format: CopyFormat) => () =>
    void run(async () => {
      if (busy) return;
      setFile(null);
      const copy = await client.takeCopy(view.id, mineToo);
      // A manager's copy stands in the ledger now.
      void followLedger(client, view.id).refresh();
      const made = await copyFile(copy, format, words);
      save(made);
      setFile(made);
      announce(t('copy.saved', { file: made.name }));
    });
  const inLedger = name ? t('copy.inLedger', { name }) : t('copy.inLedgerAlone');
  const notTold = name && t('copy.notTold', { name });
  const told = hasLeft(view) ? null : view.me === 'manager' ? inLedger : notTold;
  return (
    <div className={text['stack']}>
      <div className={text['tight']}>
        <p className={text['prose']}>{name ? t('copy.in', { name }) : t('copy.inAlone')}</p>
        {name ? <p className={text['prose']}>{t('copy.notIn', { name })}</p> : null}
        <p className={text['prose']}>{t('copy.leaves')}</p>
        {told ? <p className={text['prose']}>{told}</p> : null}
      </div>
      <div>
        <Tick checked={mineToo} describedBy={hint} onChange={setMineToo}>
          {t('copy.private')}
        </Tick>
        <p id={hint} className={text['quiet']}>
          {t('copy.privateHint')}
        </p>
      </div>
      <div className={air['buttons']}>
        <Button disabledFocusable={busy} onClick={take('markdown')}>
          {t('copy.markdown')}
        </Button>
        <Button disabledFocusable={busy} onClick={take('json')}>
          {t('copy.json')}
        </Button>
      </div>
      {file ? <CopyText key={`${file.name} ${file.text.length}`} file={file} /> : null}
      {refusal ? <Problem refusal={refusal} /> : null}
      {region}
    </div>
  );
}
