import type { Finding, Wording } from '@rapport/domain/wording/wording';
import type { Delivery } from '@rapport/domain/feedback';
import { useRef, useState } from 'react';
import type { OpenDraft } from './useDraft';

interface Looking {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly at: number;
  /** How it was about to be given; null when the check was asked for. */
  readonly delivery: Delivery | null;
}

export interface Check {
  /** What is being looked at; null while nothing is. */
  readonly looking: Looking | null;
  readonly finding: Finding | null;
  /** Looks because somebody asked. */
  readonly ask: () => void;
  /** Looks once before it is given. @returns true when there is something to say first */
  readonly before: (delivery: Delivery) => boolean;
  readonly next: () => void;
  readonly close: () => void;
}

/**
 * Looks at the wording of a criticism when asked, or once before it is given (PRACTICE B4). Nothing about it
 * leaves this screen: it is neither kept nor sent.
 */
export function useCheck(wording: Wording | null, draft: OpenDraft): Check {
  const [looking, setLooking] = useState<Looking | null>(null);
  const looked = useRef(false);
  const { text, kind, askedFor } = draft;
  // Words that were changed meanwhile are not what was looked at.
  const current = looking?.text === text && kind === 'criticism' ? looking : null;

  const look = (delivery: Delivery | null): boolean => {
    looked.current = true;
    // What was asked for names the situation.
    const findings = (wording?.check(text) ?? []).filter(
      ({ rule }) => rule !== 'situation' || askedFor === null,
    );
    if (delivery && findings.length === 0) return false;
    setLooking({ text, findings, at: 0, delivery });
    return true;
  };
  return {
    looking: current,
    finding: current?.findings[current.at] ?? null,
    ask: () => void look(null),
    before: (delivery) =>
      kind === 'criticism' && wording !== null && !looked.current && look(delivery),
    next: () => setLooking(current && { ...current, at: current.at + 1 }),
    close: () => setLooking(null),
  };
}
