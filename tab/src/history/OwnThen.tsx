import type { Note } from '@rapport/domain/note';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useRef, useState } from 'react';
import line from '../meeting/OwnLine.module.css';
import { RemovedLine } from '../meeting/OwnLine';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Confirm } from '../parts/Confirm';
import { hasLeft } from '../parts/groups';
import { RemoveIcon } from '../parts/moreIcons';
import { Named } from '../parts/Named';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import past from '../screens/PastMeeting.module.css';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import { removeNote, restoreNote } from './ownNotes';

interface Props {
  readonly view: SeriesView;
  readonly number: number;
  readonly notes: readonly Note[];
  /** When one was written, in words. */
  readonly when: (at: string) => string;
  /** What makes the one stand out that was looked for. */
  readonly place: (id: string) => { className?: string | undefined };
  /** One went, or came back. */
  readonly onChanged: () => void;
}

/** A note; of one that was removed on this page, what its wording will be called when that is undone. */
type Shown = Note & { readonly gone?: string | undefined };

/**
 * One's own notes of a past meeting, which nobody else ever read: each may go (PRACTICE D1, C4). Once one of the two
 * has left nothing comes back, so that each is asked about first.
 */
export function OwnThen({ view, number, notes, when, place, onChanged }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const [region, announce] = useAnnouncer();
  const [shown, setShown] = useState<readonly Shown[]>(notes);
  const [back, setBack] = useState<string | null>(null);
  const root = useRef<HTMLUListElement>(null);
  const { busy, refusal, run } = useTask();
  const over = hasLeft(view);
  useEffect(() => {
    if (back === null) return;
    root.current?.querySelector<HTMLElement>(`[data-note="${back}"] button`)?.focus();
  }, [back]);

  const change = (id: string, changed: Partial<Shown>) => {
    setShown((all) => all.map((one) => (one.id === id ? { ...one, ...changed } : one)));
    onChanged();
  };
  const remove = async (note: Note) => {
    await removeNote(client, view.id, number, note);
    change(note.id, { gone: crypto.randomUUID() });
    announce(t('topic.removed'));
    setBack(null);
    if (over) root.current?.focus();
  };
  const restore = async (note: Note, version: string) => {
    const again = await restoreNote(client, view.id, number, note, version);
    change(note.id, { ...again, gone: undefined });
    announce(t('said.undone'));
    setBack(note.id);
  };
  return (
    <>
      {region}
      <ul ref={root} tabIndex={-1} className={past[over ? 'topics' : 'notes']} aria-busy={busy}>
        {shown.map(({ gone, ...note }) =>
          gone && over ? (
            <li key={note.id} className={text['quiet']}>
              {t('topic.removed')}
            </li>
          ) : gone ? (
            <Named key={note.id} words={note.text}>
              <RemovedLine onUndo={() => void run(() => restore(note, gone))} />
            </Named>
          ) : (
            <li key={note.id} data-note={note.id}>
              <div className={line['line']}>
                <div className={line['words']}>
                  <div {...place(note.id)}>
                    <span dir="auto">{note.text}</span>{' '}
                    <span className={text['quiet']}>
                      {t('note.yours')}, {when(note.at)}
                    </span>
                  </div>
                </div>
                {over ? null : (
                  <Button
                    size="small"
                    appearance="subtle"
                    className={line['button']}
                    icon={<RemoveIcon />}
                    aria-label={t('line.remove', { words: brief(note.text) })}
                    disabledFocusable={busy}
                    onClick={() => void run(() => remove(note))}
                  />
                )}
              </div>
              {over ? (
                <Named words={note.text}>
                  <Confirm
                    small
                    label={t('topic.remove')}
                    question={t('still.ask')}
                    confirm={t('still.now')}
                    work={() => remove(note)}
                  />
                </Named>
              ) : null}
            </li>
          ),
        )}
      </ul>
      {refusal ? <Problem refusal={refusal} /> : null}
    </>
  );
}
