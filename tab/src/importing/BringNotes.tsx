import type { SeriesView } from '@rapport/domain/series';
import { useId, useRef, useState, type DragEvent } from 'react';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { Arrange } from './Arrange';
import { decodeNotes, withoutPictures } from './decode';
import styles from './importing.module.css';
import type { Imports } from './imports';
import { refuseNotes } from './parse';

type Refusal = NonNullable<ReturnType<typeof refuseNotes>> | 'unread';
const REFUSALS: Readonly<Record<Refusal, WordsKey>> = {
  empty: 'bring.empty',
  tooLong: 'bring.tooLong',
  binary: 'bring.binary',
  unread: 'bring.unread',
};

interface Props {
  readonly view: SeriesView;
  /** What is here already; null while that is being read. */
  readonly imports: Imports | null;
  readonly onRead: () => Promise<Imports>;
  readonly onBrought: () => void;
}

/** Notes from elsewhere: a file or what was pasted, read on the device, then looked through. */
export function BringNotes({ view, imports, onRead, onBrought }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [notes, setNotes] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const hint = useId();
  const input = useRef<HTMLInputElement>(null);

  const look = (raw: string) => {
    const words = withoutPictures(raw);
    const refused = refuseNotes(words);
    setRefusal(refused);
    setNotes(refused ? null : words);
  };
  const read = (file: File | undefined) => {
    if (!file) return;
    // Four bytes a character at the most.
    if (file.size > 4_000_000) setRefusal('tooLong');
    else {
      file.arrayBuffer().then(
        (bytes) => look(decodeNotes(new Uint8Array(bytes))),
        () => setRefusal('unread'),
      );
    }
  };
  if (notes !== null) {
    return (
      <Arrange
        view={view}
        text={notes}
        imports={imports}
        onRead={onRead}
        onBrought={() => {
          setNotes(null);
          setTyped('');
          onBrought();
        }}
        onCancel={() => setNotes(null)}
      />
    );
  }
  const drop = (event: DragEvent) => {
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  };
  return (
    <div className={text['tight']}>
      <p id={hint} className={text['prose']}>
        {t('bring.lead')}
      </p>
      <div className={styles['drop']} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <span>{t('bring.drop')}</span>
        <Button aria-describedby={hint} onClick={() => input.current?.click()}>
          {t('bring.file')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          aria-label={t('bring.file')}
          hidden
          onChange={({ target }) => {
            read(target.files?.[0]);
            // The same file once more is a choice too.
            target.value = '';
          }}
        />
      </div>
      <label className={styles['field']}>
        {t('bring.paste')}
        <textarea
          className={styles['paste']}
          rows={5}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <div>
        <Button onClick={() => look(typed)}>{t('bring.look')}</Button>
      </div>
      {refusal ? <Notice role="alert">{t(REFUSALS[refusal])}</Notice> : null}
    </div>
  );
}
