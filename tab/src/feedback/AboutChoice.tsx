import { Field } from '@fluentui/react-components';
import type { FeedbackAbout } from '@rapport/domain/feedback';
import { Choices } from '../parts/Choices';
import { useWords } from '../words/useWords';

interface Props {
  /** What it seems to be about or was said to be; null where nothing is known. */
  readonly about: FeedbackAbout | null;
  /** True while it is only a guess. */
  readonly guessed: boolean;
  readonly onChange: (about: FeedbackAbout) => void;
}

/** A piece of work, or how the two deal with each other: its author says it (PRACTICE B3). */
export function AboutChoice({ about, guessed, onChange }: Props) {
  const { t } = useWords();
  return (
    <Field
      label={t('feedback.about')}
      hint={guessed ? t('feedback.aboutHint') : t('feedback.aboutHintOpen')}
    >
      <Choices<FeedbackAbout | 'open'>
        value={about ?? 'open'}
        options={[
          { value: 'task', label: t('feedback.aboutTask') },
          { value: 'behaviour', label: t('feedback.aboutBehaviour') },
        ]}
        onChange={(chosen) => (chosen === 'open' ? undefined : onChange(chosen))}
      />
    </Field>
  );
}
