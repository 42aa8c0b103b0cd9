import { Button } from '../parts/Button';
import type { SeriesState, SeriesStore } from '../client/state';
import { Named } from '../parts/Named';
import { Notice } from '../parts/Notice';
import { sayProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import { feedbackRefused } from './refused';

interface Props {
  readonly store: SeriesStore;
  readonly state: SeriesState;
}

/** Feedback the api would not take: why, and the words, which only their author sees here. */
export function RefusedFeedback({ store, state }: Props) {
  const words = useWords();
  const { t } = words;
  return feedbackRefused(state).map(({ commandId, command, refusal }) => (
    <Named key={commandId} words={'text' in command ? (command.text ?? '') : ''}>
      <Notice
        tone="warning"
        role="alert"
        actions={
          <Button size="small" appearance="subtle" onClick={() => store.dismiss(commandId)}>
            {t('dismiss')}
          </Button>
        }
      >
        <p>{sayProblem(words, refusal)}</p>
        {'text' in command && command.text !== null ? (
          <p>{t('refused.words', { words: command.text })}</p>
        ) : null}
      </Notice>
    </Named>
  ));
}
