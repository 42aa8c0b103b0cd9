import { Spinner } from '@fluentui/react-components';
import type { Role } from '@rapport/domain/person';
import type { SeriesView } from '@rapport/domain/series';
import type { TalkShareOfMeeting } from '@rapport/domain/talkShare';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { LARGEST_BYTES, type Trouble } from './fileKind';
import { Measured } from './Measured';
import type { Transcript } from './readTranscript';
import type { TalkShareActions } from './actions';
import styles from './TalkShare.module.css';

/** Why there is nothing to measure; the reader, which comes with the first file, may be out of reach. */
type Failure = Trouble | 'offline';

const TROUBLE: Readonly<Record<Failure, WordsKey>> = {
  offline: 'problem.unreachable',
  empty: 'talk.trouble.empty',
  tooLarge: 'talk.trouble.tooLarge',
  word: 'talk.trouble.word',
  subtitles: 'talk.trouble.subtitles',
  other: 'talk.trouble.other',
  noSpeakers: 'talk.trouble.noSpeakers',
  noSpeech: 'talk.trouble.noSpeech',
  damaged: 'talk.trouble.damaged',
};

interface Props {
  readonly view: SeriesView;
  readonly me: Role;
  readonly name: string;
  readonly meetings: readonly TalkShareOfMeeting[];
  /** Whether a number can be kept. */
  readonly open: boolean;
  readonly actions: TalkShareActions;
}

/** A transcript is read here, in the page, and forgotten with it (PRACTICE A8). */
export function Measure(props: Props) {
  const { t } = useWords();
  const { announce } = props.actions;
  const [state, setState] = useState<'reading' | Failure | Transcript | null>(null);
  const [over, setOver] = useState(false);
  const [files, setFiles] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useNoStrayDrops();
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setState('reading');
    // Who was corrected by hand in one file may be somebody else in the next.
    setFiles((count) => count + 1);
    const outcome = await readFile(file);
    setState(outcome);
    if (typeof outcome !== 'string') announce(t('talk.read'));
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };
  const throwAway = (): void => {
    setState(null);
    announce(t('talk.thrown'));
    button.current?.focus();
  };
  const trouble = typeof state === 'string' && state !== 'reading' ? state : null;
  const transcript = typeof state === 'string' ? null : state;
  return (
    <section className={styles['measure']} aria-label={t('talk.measure')}>
      <h3 className={styles['title']}>{t('talk.measure')}</h3>
      <p className={text['prose']}>{t('talk.measureLead')}</p>
      <div
        className={over ? `${styles['drop']} ${styles['over']}` : styles['drop']}

        onDragOver={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span>{t('talk.drop')}</span>
        <Button
          ref={button}
          disabledFocusable={state === 'reading'}
          onClick={() => input.current?.click()}
        >
          {t('talk.pick')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".vtt,text/vtt"
          aria-label={t('talk.pick')}
          hidden
          onChange={({ target }) => {
            void read(target.files?.[0]);
            // The same file once more is a choice too.
            target.value = '';
          }}
        />
      </div>
      {state === 'reading' ? <Spinner size="tiny" label={t('talk.reading')} /> : null}
      {trouble ? (
        <Notice tone="warning" role="status">
          <p>{t(TROUBLE[trouble])}</p>
        </Notice>
      ) : null}
      {transcript ? (
        <Measured key={files} {...props} transcript={transcript} onThrowAway={throwAway} />
      ) : null}
    </section>
  );
}

async function readFile(file: File): Promise<Transcript | Failure> {
  if (file.size > LARGEST_BYTES) return 'tooLarge';
  const reader = await import('./readTranscript').catch(() => null);
  if (!reader) return 'offline';
  const { readTranscript } = reader;
  try {
    return readTranscript(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    // Moved or locked meanwhile, or a folder.
    if (error instanceof DOMException) return 'damaged';
    throw error;
  }
}

/** A file that misses its place would be opened by the browser, in place of the app. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const stop = (event: globalThis.DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
}
