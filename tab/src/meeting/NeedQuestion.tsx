import { lacksGrowth, needsQuestions } from '@rapport/domain/question';
import { useState } from 'react';
import { Disclosure } from '../parts/Disclosure';
import { useWords } from '../words/useWords';
import { Questions } from './Questions';
import type { Session } from './session';

interface Props {
  readonly session: Session;
  /** True while something else is asked, or a topic is open: one prompt at a time (PRACTICE A9). */
  readonly quiet: boolean;
}

/**
 * One quiet line that offers questions: where few topics stand (PRACTICE B8), or where no question about growth
 * was talked about in the last three meetings (A5). What it says stays for the meeting.
 */
export function NeedQuestion({ session, quiet }: Props) {
  const { t } = useWords();
  const { view } = session;
  const [stale] = useState(() => lacksGrowth(view));
  const [asked, setAsked] = useState(false);
  const needed = stale || needsQuestions(view.topics);
  if (!asked && (!needed || quiet)) return null;
  return (
    <Disclosure
      summary={stale ? t('questions.growth') : t('questions.need')}
      onOpen={() => setAsked(true)}
    >
      <Questions session={session} />
    </Disclosure>
  );
}
