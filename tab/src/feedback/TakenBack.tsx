import type { Ref } from 'react';
import { Button } from '../parts/Button';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';

interface Props {
  readonly said: string;
  readonly button: Ref<HTMLButtonElement>;
  readonly onUndo: () => void;
}

/** Says that something was just taken away, and brings it back. */
export function TakenBack({ said, button, onUndo }: Props) {
  const { t } = useWords();
  return (
    <div className={text['row']}>
      {said}
      <Button ref={button} size="small" onClick={onUndo}>
        {t('undo')}
      </Button>
    </div>
  );
}
