import { lacksGrowth, needsQuestions } from '@rapport/domain/question';
import type { SeriesView } from '@rapport/domain/series';
import { useState } from 'react';
import { Disclosure } from '../parts/Disclosure';
import { useWords } from '../words/useWords';
import { Questions } from './Questions';
import type { Session } from './session';

/**
 * Whether questions are offered: where few topics stand (PRACTICE B8), or where no question about growth was
 * talked about in the last three meetings (A5); `stale` says the latter, as it was when the page was opened or
 * the meeting before ended.
 */
export function useQuestionNeed(view: SeriesView): { needed: boolean; stale: boolean } {
  const { number } = view.meeting;
  const [said, setSaid] = useState(() => ({ number, stale: lacksGrowth(view) }));
  if (said.number !== number) setSaid({ number, stale: lacksGrowth(view) });
  return { needed: said.stale || needsQuestions(view.topics), stale: said.stale };
}

interface Props {
  readonly session: Session;
  readonly stale: boolean;
  readonly onOpen: () => void;
}

/** One quiet line that offers questions, and says where growth was left out. */
export function NeedQuestion({ session, stale, onOpen }: Props) {
  const { t } = useWords();
  const summary = stale ? t('questions.growth') : t('questions.need');
  return (
    <Disclosure summary={summary} onOpen={onOpen}>
      <Questions session={session} />
    </Disclosure>
  );
}
