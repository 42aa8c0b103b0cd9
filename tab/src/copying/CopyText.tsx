import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import box from '../parts/LineBox.module.css';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { CopyFile } from './copyFile';

/** The way out for hosts that save no files; and for those that let nobody copy, the text itself. */
export function CopyText({ file }: { readonly file: CopyFile }) {
  const { t } = useWords();
  const [region, announce] = useAnnouncer();
  const [state, setState] = useState<'ready' | 'copied' | 'byHand'>('ready');
  const area = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(file.text);
      setState('copied');
      announce(t('copy.copied'));
    } catch {
      setState('byHand');
    }
  };
  useEffect(() => {
    if (state === 'byHand') area.current?.select();
  }, [state]);
  return (
    <div className={text['tight']}>
      <p className={text['prose']}>{t('copy.saved', { file: file.name })}</p>
      <p className={text['quiet']}>{t('copy.nothing')}</p>
      <div>
        <Button size="small" onClick={() => void copy()}>
          {state === 'copied' ? t('copy.copied') : t('copy.copy')}
        </Button>
      </div>
      {state === 'byHand' ? (
        <label className={text['tight']}>
          {t('copy.byHand')}
          <textarea ref={area} className={box['box']} rows={6} readOnly value={file.text} />
        </label>
      ) : null}
      {region}
    </div>
  );
}
