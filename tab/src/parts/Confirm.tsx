import { Button } from './Button';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/useWords';
import { Notice } from './Notice';
import { Problem } from './Problem';
import { useTask } from './useTask';

interface Props {
  readonly label: string;
  readonly question: string;
  readonly confirm: string;
  readonly disabled?: boolean;
  readonly small?: boolean;
  readonly work: () => Promise<void>;
}

/** Something that is not taken back lightly: asked once more, in place, with what it means. */
export function Confirm({
  label,
  question,
  confirm,
  disabled = false,
  small = false,
  work,
}: Props) {
  const { t } = useWords();
  const size = small ? 'small' : 'medium';
  const [asking, setAsking] = useState(false);
  const { busy, refusal, run } = useTask();
  const asked = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const leftOpen = useRef(false);

  useEffect(() => {
    if (asking) asked.current?.focus();
    else if (leftOpen.current) opener.current?.focus();
    leftOpen.current = asking;
  }, [asking]);

  if (!asking) {
    return (
      <Button ref={opener} size={size} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <div ref={asked} tabIndex={-1} role="group" aria-label={label}>
      <Notice
        actions={
          <>
            <Button
              size={size}
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void run(work)}
            >
              {confirm}
            </Button>
            <Button size={size} onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <p>{question}</p>
      </Notice>
      {refusal ? <Problem refusal={refusal} /> : null}
    </div>
  );
}
