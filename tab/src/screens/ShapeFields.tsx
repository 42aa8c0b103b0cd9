import { Field } from '@fluentui/react-components';
import { Choices } from '../parts/Choices';
import { FORMAT_WORDS, LABEL_WORDS, RHYTHM_WORDS } from '../words/labels';
import { useWords } from '../words/useWords';
import { FORMATS, LABELS, LENGTHS, RHYTHMS, type Shape } from './startDraft';

interface Props {
  readonly shape: Shape;
  readonly onChange: (part: Partial<Shape>) => void;
  /** What the api said about a field, in words. */
  readonly problem?: (field: keyof Shape) => { readonly validationMessage?: string };
}

const noProblem = () => ({});

/** How often and how long two people meet (PRACTICE A2). */
export function TimeFields({ shape, onChange, problem = noProblem }: Props) {
  const { t } = useWords();
  return (
    <>
      <Field label={t('start.rhythm')} hint={t('start.rhythmHint')} {...problem('rhythm')}>
        <Choices
          value={shape.rhythm}
          options={RHYTHMS.map((value) => ({ value, label: t(RHYTHM_WORDS[value]) }))}
          onChange={(rhythm) => onChange({ rhythm })}
        />
      </Field>
      <Field label={t('start.length')} {...problem('minutes')}>
        <Choices
          value={String(shape.minutes)}
          options={LENGTHS.map((value) => ({
            value: String(value),
            label: t('start.minutes', { minutes: value }),
          }))}
          onChange={(value) => {
            const minutes = LENGTHS.find((known) => String(known) === value);
            if (minutes) onChange({ minutes });
          }}
        />
      </Field>
    </>
  );
}

/** What the two do in it (PRACTICE C2), and what they call themselves. */
export function FormFields({ shape, onChange, problem = noProblem }: Props) {
  const { t } = useWords();
  return (
    <>
      <Field label={t('format.label')} hint={t('format.hint')} {...problem('format')}>
        <Choices
          layout="column"
          value={shape.format}
          options={FORMATS.map((value) => ({ value, label: t(FORMAT_WORDS[value]) }))}
          onChange={(format) => onChange({ format })}
        />
      </Field>
      <Field label={t('labels.label')} {...problem('labels')}>
        <Choices
          value={shape.labels}
          options={LABELS.map((value) => ({ value, label: t(LABEL_WORDS[value].both) }))}
          onChange={(labels) => onChange({ labels })}
        />
      </Field>
    </>
  );
}
