import type { SeriesView } from '@rapport/domain/series';
import type { Role } from '@rapport/domain/person';
import { useState } from 'react';
import { Button } from '../parts/Button';
import { Choices } from '../parts/Choices';
import { Notice } from '../parts/Notice';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { roomFor, type OpenBox } from './boxes';
import styles from './importing.module.css';
import { sayDay } from './sayDay';
import { useLocale } from './useLocale';
import type { Notes } from './useNotes';

const AT_ONCE = 40;

interface Props {
  readonly view: SeriesView;
  readonly notes: Notes;
  readonly name: string | null;
  readonly disabled: boolean;
}

/** What becomes of open boxes: they stay in the notes, or go on the agenda, each as somebody's promise. */
export function OpenBoxes({ view, notes, name, disabled }: Props) {
  const { t } = useWords();
  const [shown, setShown] = useState(AT_ONCE);
  const { boxes, onAgenda, setOnAgenda } = notes;
  if (boxes.length === 0) return null;
  const going = boxes.filter(({ line }) => line.promise !== null).length;
  const unnamed = boxes.filter(({ waits }) => waits).length;
  const room = roomFor(view);
  return (
    <fieldset className={styles['group']} disabled={disabled}>
      <legend className={styles['title']}>{t('bring.boxes', { count: boxes.length })}</legend>
      <Choices
        value={onAgenda ? 'agenda' : 'notes'}
        options={[
          { value: 'notes', label: t('bring.boxes.notes') },
          { value: 'agenda', label: t('bring.boxes.agenda') },
        ]}
        onChange={(chosen) => setOnAgenda(chosen === 'agenda')}
      />
      <p className={text['quiet']} role="status">
        {onAgenda
          ? `${t('bring.boxes.agendaHint', { name: name ?? 'none' })} ${t('bring.boxes.count', { going, unnamed })}`
          : t('bring.boxes.notesHint')}
      </p>
      {onAgenda ? (
        <>
          <ul className={styles['boxes']}>
            {boxes.slice(0, shown).map((box) => (
              <Box key={box.line.id} view={view} notes={notes} name={name} box={box} />
            ))}
          </ul>
          {boxes.length > shown ? (
            <div>
              <Button size="small" onClick={() => setShown(shown + AT_ONCE)}>
                {t('bring.more', { count: Math.min(boxes.length - shown, AT_ONCE) })}
              </Button>
            </div>
          ) : null}
          {going > room ? <Notice role="alert">{t('bring.boxes.full', { room })}</Notice> : null}
        </>
      ) : null}
    </fieldset>
  );
}

const OWNERS: readonly Role[] = ['manager', 'report'];

function Box({
  view,
  notes,
  name,
  box: { line, heldOn, words, owner, waits },
}: Pick<Props, 'view' | 'notes' | 'name'> & { readonly box: OpenBox }) {
  const { t } = useWords();
  const locale = useLocale();
  const offered = OWNERS.filter((role) => role === view.me || name !== null);
  const about = [
    heldOn ? sayDay(heldOn, locale) : t('bring.undated'),
    ...(line.due ? [t('goals.by', { date: sayDay(line.due, locale) })] : []),
  ].join(' · ');
  return (
    <li className={styles['planned']}>
      {words === null ? null : (
        <select
          className={styles['input']}
          aria-label={t('bring.boxes.line', { line: line.at })}
          value={waits ? '' : (owner ?? 'notes')}
          onChange={({ target }) =>
            notes.setBoxOwner(line.id, OWNERS.find((role) => role === target.value) ?? null)
          }
        >
          {waits ? <option value="">{t('bring.boxes.whose')}</option> : null}
          {offered.map((role) => (
            <option key={role} value={role}>
              {role === view.me ? t('goals.mine') : t('goals.theirs', { name: name ?? '' })}
            </option>
          ))}
          <option value="notes">{t('bring.boxes.leave')}</option>
        </select>
      )}
      <div>
        <p dir="auto" className={words === null ? styles['clipped'] : styles['text']}>
          {words ?? line.text}
        </p>
        <p className={styles['hint']}>
          {words === null ? `${about} · ${t('bring.boxes.tooLong')}` : about}
        </p>
      </div>
    </li>
  );
}
