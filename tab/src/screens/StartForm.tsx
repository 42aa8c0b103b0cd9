import { Button, Field } from '@fluentui/react-components';
import type { FormEvent } from 'react';
import { MentorHour } from '../rhythm/MentorHour';
import { Choices } from '../parts/Choices';
import { Problem } from '../parts/Problem';
import { Card, Section } from '../parts/Section';
import { Terms } from '../parts/Terms';
import air from '../parts/air.module.css';
import { shortName } from '../words/labels';
import { sayFieldProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import { fillShape, IntroductionField } from './IntroductionField';
import { FormFields, TimeFields } from './ShapeFields';
import { StartPerson } from './StartPerson';
import { useStartForm, type Partner } from './useStartForm';

interface Props {
  readonly partner: Partner;
  /** The introduction written last. */
  readonly introduction: string;
  readonly onStarted: (seriesId: string) => void;
  readonly onCancel: () => void;
}

/** Setting up a 1:1 (PRACTICE C1): whom with, how often, how long, the first words, the terms. */
export function StartForm({ partner, introduction, onStarted, onCancel }: Props) {
  const words = useWords();
  const { t } = words;
  const form = useStartForm(partner, introduction);
  const { draft, change, agree, sending } = form;
  const name = draft.report && shortName(draft.report.name);
  const filled = fillShape(words, draft.introduction, draft.rhythm, draft.minutes);
  const problem = (field: string): { readonly validationMessage?: string } => {
    const said = sayFieldProblem(words, sending.refusal, field);
    return said ? { validationMessage: said } : {};
  };
  const isAboutAField = ['report', 'rhythm', 'minutes', 'introduction', 'format', 'labels'].some(
    (field) => sayFieldProblem(words, sending.refusal, field) !== undefined,
  );

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const started = await form.send(filled);
    if (started) onStarted(started);
  };

  return (
    <form className={air['sections']} onSubmit={(event) => void onSubmit(event)} noValidate>
      <StartPerson partner={partner} form={form} />
      <TimeFields shape={draft} onChange={change} problem={problem} />
      <IntroductionField
        name={name}
        hint={name ? t('start.introductionReads', { name }) : t('start.introductionReadsUnnamed')}
        value={draft.introduction}
        filled={filled}
        problem={problem('introduction').validationMessage}
        onChange={(written) => change({ introduction: written })}
      />
      <FormFields shape={draft} onChange={change} problem={problem} />
      <MentorHour {...draft} onTake={(minutes) => change({ minutes })} />
      <Section title={t('terms.title')}>
        <Card>
          <Terms reader="manager" report={name} labels={draft.labels} />
          <Field label={t('terms.yourAnswer')} hint={t('terms.untilBoth')}>
            <Choices
              layout="column"
              value={agree ? 'agree' : 'later'}
              options={[
                { value: 'agree', label: t('terms.agree') },
                { value: 'later', label: t('terms.later') },
              ]}
              onChange={(value) => form.setAgree(value === 'agree')}
            />
          </Field>
        </Card>
      </Section>
      {sending.refusal && !isAboutAField ? <Problem refusal={sending.refusal} /> : null}
      <div className={air['buttons']}>
        <Button type="submit" appearance="primary" size="large" disabledFocusable={sending.busy}>
          {partner.kind === 'open' ? t('start.setUp') : t('start.send')}
        </Button>
        <Button size="large" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
