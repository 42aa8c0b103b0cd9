import { ADDRESSES_AT_ONCE, type parseAddresses } from '@rapport/domain/addresses';
import type { PickedPerson } from '@rapport/domain/person';
import { useState } from 'react';
import { NoGraphToken, type GraphProblem } from '../hosts/graphAccess';
import type { HostAdapter } from '../hosts/hostAdapter';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';

interface LookedUp {
  readonly people: readonly PickedPerson[];
  /** Of every part that led to nobody: why. */
  readonly said: readonly string[];
  /** What stays in the box, to be corrected. */
  readonly left: string;
}

const REFUSED = {
  offline: 'team.lookUpFailed',
  closed: 'team.lookUpClosed',
  notAllowed: 'team.noLookUp',
  signIn: 'team.noLookUp',
} as const satisfies Record<GraphProblem, WordsKey>;

/** Finds the people behind pasted addresses, and says of each that is nobody why. */
export function useLookUp(resolve: NonNullable<HostAdapter['resolvePeople']>) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<WordsKey | null>(null);

  /** @returns null where the directory did not answer: then nothing changes */
  async function run(pasted: ReturnType<typeof parseAddresses>): Promise<LookedUp | null> {
    const found = pasted.found.slice(0, ADDRESSES_AT_ONCE);
    setBusy(true);
    setFailed(null);
    try {
      const answers = await resolve(found.map(({ address }) => address));
      const unknown = found.filter((_, index) => answers[index] === 'unknown');
      const guests = found.filter((_, index) => answers[index] === 'guest');
      const nonsense = pasted.unusable.filter(({ why }) => why === 'noAddress');
      const twice = pasted.unusable.filter(({ why }) => why === 'twice');
      const over = pasted.found.slice(ADDRESSES_AT_ONCE);
      return {
        people: answers.filter((answer) => typeof answer === 'object'),
        said: [
          ...unknown.map(({ address }) => t('team.unknown', { address })),
          ...guests.map(({ address }) => t('team.guest', { address })),
          ...nonsense.map((part) => t('team.noAddress', { text: part.text })),
          ...twice.map((part) => t('team.twice', { text: part.text })),
          ...(over.length > 0 ? [t('team.tooMany', { count: ADDRESSES_AT_ONCE })] : []),
        ],
        left: [
          ...unknown.map(({ address }) => address),
          ...nonsense.map((part) => part.text),
          ...over.map(({ address }) => address),
        ].join('\n'),
      };
    } catch (error) {
      // Whatever the host or the directory does: the box keeps what was pasted, and it says so.
      setFailed(error instanceof NoGraphToken ? REFUSED[error.problem] : 'team.lookUpFailed');
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { busy, failed, run };
}
