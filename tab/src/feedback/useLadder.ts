import type { FeedbackAbout } from '@rapport/domain/feedback';
import type { SeriesView } from '@rapport/domain/series';
import { offersTask } from '@rapport/domain/trust';
import type { Wording } from '@rapport/domain/wording/wording';
import { useState } from 'react';
import { useWords } from '../words/useWords';
import type { Drafting, OpenDraft } from './useDraft';

export interface LadderHere {
  readonly speaks: boolean;
  /** Puts a beginning about one piece of work into the box. */
  readonly toTask: () => void;
  readonly keep: () => void;
  /** Back to the own words; null while they were not left. */
  readonly back: (() => void) | null;
}

/**
 * The trust ladder beside a draft (PRACTICE B3). Its version about one piece of work is a beginning: sentences of
 * the author that judge nobody where they fit, gaps to fill in where none does.
 */
export function useLadder(
  view: SeriesView,
  draft: OpenDraft,
  about: FeedbackAbout | null,
  wording: Wording | null,
  change: Drafting['change'],
): LadderHere {
  const { t } = useWords();
  const [kept, setKept] = useState(false);
  const [own, setOwn] = useState<OpenDraft | null>(null);
  const rung = { me: view.me, kind: draft.kind, about, asked: draft.askedFor !== null };
  const speaks = offersTask({ ...rung, isNew: view.newToThis === true });
  const empty = !draft.text.trim();
  const beginning = (): string => {
    const parts = wording?.plainParts(draft.text);
    const { situation = null, impact = null, alternative = null } = parts ?? {};
    const onTask = situation !== null && wording?.guessAbout(situation) === 'task';
    return [
      onTask ? situation : t('ladder.situation'),
      impact !== null && impact !== situation ? impact : t('ladder.impact'),
      alternative !== null && alternative !== situation && alternative !== impact
        ? alternative
        : t('ladder.alternative'),
    ].join('\n');
  };
  return {
    speaks: speaks && !kept && !empty && !own,
    toTask: () => {
      setOwn(draft);
      change({ text: beginning(), about: 'task' });
    },
    keep: () => setKept(true),
    back: own
      ? () => {
          change({ text: own.text, about: own.about });
          setOwn(null);
          setKept(true);
        }
      : null,
  };
}
