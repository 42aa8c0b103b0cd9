import { Button } from './Button';
import type { RefusedCommand } from '../client/state';
import { sayProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import { Named } from './Named';
import { Notice } from './Notice';

interface Props {
  readonly refused: readonly RefusedCommand[];
  readonly onCopy: (words: string) => void;
  readonly onDismiss: (commandId: string) => void;
}

/** What the api would not take: why, and the words, so that nothing typed is lost. */
export default function Refused({ refused, onCopy, onDismiss }: Props) {
  const words = useWords();
  const { t } = words;
  const notices = refused.map(({ commandId, command, refusal }) => {
    const lost = 'text' in command ? command.text : null;
    const copy = (text: string) => {
      onCopy(text);
      onDismiss(commandId);
    };
    return (
      <Named key={commandId} words={lost ?? ''}>
        <Notice
          tone="warning"
          role="alert"
          actions={
            <>
              {lost === null ? null : (
                <Button size="small" onClick={() => copy(lost)}>
                  {t('refused.copy')}
                </Button>
              )}
              <Button size="small" appearance="subtle" onClick={() => onDismiss(commandId)}>
                {t('dismiss')}
              </Button>
            </>
          }
        >
          <p>{sayProblem(words, refusal)}</p>
          {lost === null ? null : <p>{t('refused.words', { words: lost })}</p>}
        </Notice>
      </Named>
    );
  });
  return <>{notices}</>;
}
