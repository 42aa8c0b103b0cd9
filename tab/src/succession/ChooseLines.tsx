import type { ownLines } from '@rapport/domain/offering';
import { useWords } from '../words/useWords';
import { ChoiceGroup, ChoiceTick } from './ChoiceGroup';
import type { Choosable } from './choosing';
import { NOUNS, NOUNS_WORDS } from './nouns';

interface Props extends Choosable {
  readonly lines: ReturnType<typeof ownLines>;
  /** Number of the past meeting that they stand in; null: on the agenda. */
  readonly meeting: number | null;
}

/** One's own lines, apart by what they are and by who decides about them. */
export function ChooseLines({ name, choosing, lines, meeting }: Props) {
  const { t } = useWords();
  const groups = NOUNS.flatMap((noun) =>
    [false, true].map((joint) => ({
      noun,
      joint,
      lines: lines.filter((one) => one.noun === noun && one.needs.length > 1 === joint),
    })),
  ).filter((group) => group.lines.length > 0);
  return groups.map(({ noun, joint, lines: own }) => (
    <ChoiceGroup
      key={`${noun} ${joint}`}
      title={t(NOUNS_WORDS[noun])}
      who={joint ? t('offer.bothDecide', { name }) : t('offer.youDecide')}
    >
      {own.map(({ line }) => (
        <ChoiceTick
          key={line.id}
          choosing={choosing}
          choice={{
            id: line.id,
            words: line.text,
            body: () => ({ noun, line: line.id, version: line.version, meeting }),
          }}
        />
      ))}
    </ChoiceGroup>
  ));
}
