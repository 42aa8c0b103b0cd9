import { Field, Input, Textarea } from '@fluentui/react-components';
import { Button } from '../parts/Button';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';

export interface Asked {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly maxLength: number;
  /** Several lines. */
  readonly long?: boolean;
  readonly words?: string;
}

interface Props {
  readonly asked: readonly Asked[];
  readonly send: string;
  readonly children?: ReactNode;
  readonly onSend: (words: Readonly<Record<string, string>>) => Promise<void>;
  readonly onDone: () => void;
}

/** A few words that all have to be there before they are sent; what was typed stays when that fails. */
export function WordsForm({ asked, send, children, onSend, onDone }: Props) {
  const { t } = useWords();
  const [words, setWords] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(asked.map(({ key, words: given }) => [key, given ?? ''])),
  );
  const { busy, refusal, run } = useTask();
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Somebody pressed for it.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const trimmed = Object.fromEntries(asked.map(({ key }) => [key, (words[key] ?? '').trim()]));
    const complete = Object.values(trimmed).every(Boolean);
    setMissing(!complete);
    if (complete && (await run(() => onSend(trimmed)))) onDone();
  };
  return (
    <form
      ref={form}
      className={text['stack']}
      onSubmit={(event) => void onSubmit(event)}
      noValidate
    >
      {asked.map(({ key, label, hint, maxLength, long }) => {
        const value = words[key] ?? '';
        const common = {
          value,
          maxLength,
          onChange: (_: unknown, data: { readonly value: string }) =>
            setWords({ ...words, [key]: data.value }),
        };
        const problem = missing && !value.trim() ? { validationMessage: t('ledger.missing') } : {};
        return (
          <Field key={key} label={label} {...(hint ? { hint } : {})} {...problem}>
            {long ? (
              <Textarea {...common} textarea={{ dir: 'auto' }} resize="vertical" rows={4} />
            ) : (
              <Input {...common} input={{ dir: 'auto' }} />
            )}
          </Field>
        );
      })}
      {children}
      {refusal ? <Problem refusal={refusal} /> : null}
      <div className={text['row']}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {send}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
