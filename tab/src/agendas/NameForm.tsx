import { AGENDA_NAME_LENGTH } from '@rapport/domain/limits';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '../parts/Button';
import { LockIcon } from '../parts/icons';
import { LineBox } from '../parts/LineBox';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import styles from './agendas.module.css';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  readonly onSave: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** What an agenda of one's own is called. */
export function NameForm({ label, hint, onSave, onCancel, ...props }: Props) {
  const { t } = useWords();
  const [name, setName] = useState(props.name);
  const { busy, refusal, run } = useTask();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const save = () => {
    const words = name.trim();
    box.current?.focus();
    if (words && !busy) void run(() => onSave(words));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form className={text['tight']} onSubmit={onSubmit}>
      <LineBox
        ref={box}
        label={label}
        placeholder={label}
        maxLength={AGENDA_NAME_LENGTH}
        value={name}
        onChange={setName}
        onEnter={save}
        onEscape={onCancel}
      />
      <p className={styles['who']}>
        <LockIcon />
        {hint}
      </p>
      <div className={text['row']}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {t('save')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      {refusal ? <Problem refusal={refusal} /> : null}
    </form>
  );
}
