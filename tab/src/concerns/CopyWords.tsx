import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button';
import box from '../parts/LineBox.module.css';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';

interface Props {
  readonly words: string;
  readonly announce: (words: string) => void;
}

/** The words to be said, for the clipboard; by hand where the host lets nobody copy. */
export function CopyWords({ words, announce }: Props) {
  const { t } = useWords();
  const [byHand, setByHand] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      announce(t('copy.copied'));
    } catch {
      setByHand(true);
    }
  };
  useEffect(() => {
    if (byHand) area.current?.select();
  }, [byHand]);
  return (
    <div className={text['tight']}>
      <div>
        <Button size="small" onClick={() => void copy()}>
          {t('concern.copy')}
        </Button>
      </div>
      <p className={text['quiet']}>{t('concern.copyHint')}</p>
      {byHand ? (
        <label className={text['tight']}>
          {t('copy.byHand')}
          <textarea ref={area} className={box['box']} rows={3} dir="auto" readOnly value={words} />
        </label>
      ) : null}
    </div>
  );
}
