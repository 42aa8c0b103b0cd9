import type { NamingView } from '@rapport/domain/succession.schema';
import { useMemo, useState } from 'react';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { keepDraft } from './keptDraft';
import { emptyDraft, type StartDraft } from './startDraft';
import { startSeries } from './startSeries';

/** Whom the new 1:1 is with: to be picked, the other one of a 1:1 chat, or open to a meeting's chat. */
export type Partner =
  | { readonly kind: 'anybody' }
  | { readonly kind: 'inChat'; readonly oid: string; readonly chatId: string }
  | { readonly kind: 'open'; readonly chatId: string }
  | { readonly kind: 'named'; readonly naming: NamingView };

type PersonProblem = 'missing' | 'somebodyElse' | 'pickerFailed';

/** State and doings of the form that sets up a 1:1. */
export function useStartForm(partner: Partner, introduction: string) {
  const { host, client } = useApp();
  const { user } = host.context;
  const slot = slotOf(partner);
  const kept = useMemo(() => keepDraft(user, slot), [user, slot]);
  const [draft, setDraft] = useState(() => {
    const begun = kept.read() ?? emptyDraft(introduction);
    return partner.kind === 'named' ? { ...begun, report: partner.naming.report } : begun;
  });
  const [agree, setAgree] = useState(false);
  const [personProblem, setPersonProblem] = useState<PersonProblem | null>(null);
  /** How often sending did not work: what stands in the way is then shown where it is. */
  const [failed, setFailed] = useState(0);
  const sending = useTask();

  const change = (part: Partial<StartDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    kept.write(next);
  };

  const pick = async () => {
    setPersonProblem(null);
    const picked = await host.pickPerson?.().catch(() => 'failed' as const);
    if (picked === 'failed') setPersonProblem('pickerFailed');
    if (!picked || picked === 'failed') return;
    const other = partner.kind === 'inChat' && !sameId(picked.oid, partner.oid);
    if (other) setPersonProblem('somebodyElse');
    else change({ report: picked });
  };

  /**
   * @param filled the introduction as it will be read
   * @returns the new series' id, or null when something is missing or the api said no
   */
  const send = async (filled: string): Promise<string | null> => {
    const report = partner.kind === 'open' ? null : draft.report;
    if (partner.kind !== 'open' && !report) {
      setPersonProblem('missing');
      setFailed((times) => times + 1);
      return null;
    }
    let started: string | null = null;
    await sending.run(async () => {
      const chatId = 'chatId' in partner ? partner.chatId : null;
      const naming = partner.kind === 'named' ? { naming: partner.naming.id } : {};
      const input = { ...draft, introduction: filled, report, agree, ...naming };
      started = await startSeries(client, input, draft.introduction, chatId);
    });
    if (started !== null) kept.clear();
    else setFailed((times) => times + 1);
    return started;
  };

  return { draft, change, agree, setAgree, personProblem, failed, pick, send, sending };
}

const slotOf = (partner: Partner): string => {
  if (partner.kind === 'named') return `naming/${partner.naming.id}`;
  return partner.kind === 'anybody' ? partner.kind : partner.chatId;
};

const sameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
