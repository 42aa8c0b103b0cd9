import type { SeriesView } from '@rapport/domain/series';
import { useState } from 'react';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import styles from './importing.module.css';
import { sayDay } from './sayDay';
import { useLocale } from './useLocale';
import { ImportedWords } from './ImportedWords';
import { importedLine } from './parts';
import type { Kind, PlannedLine, PlannedMeeting } from './plan';
import type { Notes } from './useNotes';

const KINDS: readonly Kind[] = ['topic', 'note', 'action', 'leaveOut'];
const KIND_WORDS: Readonly<Record<Kind, WordsKey>> = {
  topic: 'bring.kind.topic',
  note: 'bring.kind.note',
  action: 'bring.kind.action',
  leaveOut: 'bring.kind.leaveOut',
};
const LINES_AT_ONCE = 40;

interface Props {
  readonly view: SeriesView;
  readonly notes: Notes;
  readonly meeting: PlannedMeeting;
}

/** One meeting as it would come in: its day, and what each line becomes. */
export function MeetingPreview({ view, notes, meeting }: Props) {
  const { t } = useWords();
  const locale = useLocale();
  const [shown, setShown] = useState(LINES_AT_ONCE);
  const { heldOn, title, lines, unsure } = meeting;
  const going = lines.filter(({ kind }) => kind !== 'leaveOut').length;
  const day = heldOn ? sayDay(heldOn, locale) : (meeting.heading ?? t('bring.undated'));
  const summary =
    title && heldOn
      ? t('bring.meetingTitled', { date: day, title, lines: going })
      : t('bring.meeting', { date: day, lines: going });
  const rest = lines.length - shown;
  return (
    <Disclosure summary={summary}>
      <div className={styles['meeting']}>
        {unsure === 'year' ? <p className={styles['hint']}>{t('bring.yearMissing')}</p> : null}
        {unsure === 'order' && !heldOn ? (
          <p className={styles['hint']}>{t('bring.orderMissing')}</p>
        ) : null}
        {lines.length === 0 ? <p className={styles['hint']}>{t('bring.nothingBelow')}</p> : null}
        <div className={styles['fields']}>
          <label className={styles['field']}>
            {t('bring.heldOn')}
            <input
              type="date"
              className={styles['input']}
              value={heldOn ?? ''}
              onChange={({ target }) => notes.setDay(meeting.at, target.value || null)}
            />
          </label>
          <label className={styles['field']}>
            {t('bring.all')}
            <KindChoice
              value=""
              asFound
              onChange={(kind) =>
                notes.setKind(
                  lines.map(({ id }) => id),
                  kind,
                )
              }
            />
          </label>
        </div>
        <ul className={styles['lines']}>
          {lines.slice(0, shown).map((line) => (
            <LinePreview key={line.id} view={view} notes={notes} line={line} />
          ))}
        </ul>
        {rest > 0 ? (
          <div>
            <Button size="small" onClick={() => setShown(shown + 10 * LINES_AT_ONCE)}>
              {t('bring.more', { count: Math.min(rest, 10 * LINES_AT_ONCE) })}
            </Button>
          </div>
        ) : null}
      </div>
    </Disclosure>
  );
}

function LinePreview({
  view,
  notes,
  line,
}: {
  readonly view: SeriesView;
  readonly notes: Notes;
  readonly line: PlannedLine;
}) {
  const { t } = useWords();
  const left = line.kind === 'leaveOut';
  return (
    <li className={styles['planned']}>
      <KindChoice
        label={t('bring.line', { line: line.at })}
        value={line.kind}
        onChange={(kind) => notes.setKind([line.id], kind)}
      />
      <div className={left ? styles['left'] : undefined}>
        <ImportedWords view={view} line={importedLine(line)} />
      </div>
    </li>
  );
}

function KindChoice({
  label,
  value,
  asFound = false,
  onChange,
}: {
  readonly label?: string;
  readonly value: Kind | '';
  readonly asFound?: boolean;
  readonly onChange: (kind: Kind | null) => void;
}) {
  const { t } = useWords();
  return (
    <select
      className={styles['input']}
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(KINDS.find((kind) => kind === target.value) ?? null)}
    >
      {asFound ? <option value="">{t('bring.asFound')}</option> : null}
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {t(KIND_WORDS[kind])}
        </option>
      ))}
    </select>
  );
}
