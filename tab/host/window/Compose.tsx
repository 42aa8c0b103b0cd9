import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState, type KeyboardEvent } from 'react';
import { Icon } from '../parts/icons';
import { text } from '../text';
import { useWindow } from './inWindow';

const LONGEST = 4000;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: '6px',
    padding: '8px 10px 10px 14px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  box: { flex: 1 },
  // Fluent's is two lines high at least.
  oneLine: { minHeight: '32px', maxHeight: '120px' },
});

/** The box of a chat. Words another app suggests stand in it until the person sends them. */
export function Compose({ chat }: { readonly chat: string }) {
  const styles = useStyles();
  const { draft, send } = useWindow();
  const [words, setWords] = useState(draft);
  const [sending, setSending] = useState(false);

  async function submit(): Promise<void> {
    if (sending || words.trim() === '') return;
    setSending(true);
    try {
      await send(chat, words);
      setWords('');
    } finally {
      setSending(false);
    }
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  }

  return (
    <div className={styles.root}>
      <Textarea
        className={styles.box}
        aria-label={text.chatPlaceholder}
        placeholder={text.chatPlaceholder}
        textarea={{ className: styles.oneLine }}
        rows={words.includes('\n') || words.length > 60 ? 3 : 1}
        maxLength={LONGEST}
        value={words}
        onChange={(_, { value }) => setWords(value)}
        onKeyDown={onKey}
      />
      <Button
        aria-label={text.send}
        title={text.send}
        appearance="subtle"
        icon={<Icon name="send" />}
        disabledFocusable={words.trim() === ''}
        onClick={() => void submit()}
      />
    </div>
  );
}
