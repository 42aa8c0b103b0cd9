import { useSameId } from '../parts/useSameId';
import { useWords } from '../words/useWords';
import type { Ledger, MatterView } from './useLedger';
import { WordsForm } from './WordsForm';

interface Props {
  readonly ledger: Ledger;
  readonly name: string;
  /** What was asked about before, to ask once more; null: something new. */
  readonly matter: MatterView | null;
  readonly onDone: () => void;
}

/** Asking to share one named thing with a named audience in an exact wording (PRACTICE C6). */
export function AskForm({ ledger, name, matter, onDone }: Props) {
  const { t } = useWords();
  const ids = useSameId();
  const last = matter?.disclosures.at(-1);
  const about = {
    key: 'about',
    label: t('ledger.about'),
    hint: t('ledger.aboutHint'),
    maxLength: 200,
  };
  return (
    <WordsForm
      asked={[
        ...(matter ? [] : [about]),
        {
          key: 'audience',
          label: t('ledger.audience'),
          maxLength: 200,
          words: last?.audience ?? '',
        },
        {
          key: 'wording',
          label: t('ledger.wording'),
          hint: t('ledger.wordingHint', { name }),
          maxLength: 2000,
          long: true,
          words: last?.wording ?? '',
        },
      ]}
      send={t('ledger.ask', { name })}
      onSend={({ about: thing = '', audience = '', wording = '' }) =>
        ledger.add({
          type: 'matter',
          id: matter?.id ?? ids.idFor(`matter ${thing}`),
          about: matter?.about ?? thing,
          disclosure: ids.idFor(JSON.stringify([thing, audience, wording])),
          audience,
          wording,
        })
      }
      onDone={onDone}
    />
  );
}
