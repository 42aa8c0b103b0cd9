import { Button } from '../parts/Button';
import type { Line } from '@rapport/domain/line';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { EditIcon, RemoveIcon } from '../parts/moreIcons';
import TopicEditor from '../parts/TopicEditor';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import styles from './OwnLine.module.css';

interface Props {
  readonly line: Line;
  readonly mine: boolean;
  readonly editLabel: string;
  /** Whose it is and who reads it. */
  readonly about: ReactNode;
  readonly onEdit: (words: string, version: string) => void;
  readonly onRemove: () => void;
  /** In UTF-16 units, where it is shorter than a line. */
  readonly maxLength?: number;
  /** What else can be done with it. */
  readonly children?: ReactNode;
  /** Among its buttons. */
  readonly more?: ReactNode;
}

/** One line that somebody wrote; its author changes or removes it. */
export function OwnLine({ line, mine, editLabel, about, maxLength, children, ...on }: Props) {
  /** The wording that is being changed; a later one from elsewhere does not replace it. */
  const [editing, setEditing] = useState<Line | null>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  useEffect(() => {
    if (left.current) edit.current?.focus();
    left.current = false;
  });
  const stop = () => {
    left.current = true;
    setEditing(null);
  };
  if (editing) {
    return (
      <li>
        <TopicEditor
          label={editLabel}
          words={editing.text}
          maxLength={maxLength}
          onCancel={stop}
          onSave={(words) => {
            if (words !== editing.text) on.onEdit(words, editing.version);
            stop();
          }}
        />
      </li>
    );
  }
  return (
    <li className={styles['line']}>
      <span className={styles['words']}>
        <span dir="auto">{line.text}</span> <span className={styles['about']}>{about}</span>
        {children}
      </span>
      {on.more}
      {mine ? (
        <OwnButtons
          words={line.text}
          edit={edit}
          onEdit={() => setEditing(line)}
          onRemove={on.onRemove}
        />
      ) : null}
    </li>
  );
}

interface ButtonsProps {
  readonly words: string;
  readonly edit: React.RefObject<HTMLButtonElement>;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** Change and remove, for the author of a line. */
export function OwnButtons({ words, edit, onEdit, onRemove }: ButtonsProps) {
  const { t } = useWords();
  const common = { size: 'small', appearance: 'subtle', className: styles['button'] } as const;
  return (
    <span className={styles['buttons']}>
      <Button
        {...common}
        ref={edit}
        icon={<EditIcon />}
        aria-label={t('line.edit', { words: brief(words) })}
        onClick={onEdit}
      />
      <Button
        {...common}
        icon={<RemoveIcon />}
        aria-label={t('line.remove', { words: brief(words) })}
        onClick={onRemove}
      />
    </span>
  );
}

/** Where a line stood that was just removed. */
export function RemovedLine({ onUndo }: { readonly onUndo: () => void }) {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <li className={styles['removed']}>
      <span className={styles['about']}>{t('topic.removed')}</span>
      <Button ref={button} size="small" appearance="outline" onClick={onUndo}>
        {t('undo')}
      </Button>
    </li>
  );
}
