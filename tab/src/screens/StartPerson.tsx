import { Field } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Button } from '../parts/Button';
import { Face } from '../parts/Face';
import { Notice } from '../parts/Notice';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { sayFieldProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import { sayNaming } from '../succession/sayNaming';
import type { Partner, useStartForm } from './useStartForm';

interface Props {
  readonly partner: Partner;
  readonly form: ReturnType<typeof useStartForm>;
}

const PROBLEMS = {
  missing: 'start.personMissing',
  somebodyElse: 'start.personOther',
  pickerFailed: 'start.pickerFailed',
} as const;

/** Whom the 1:1 is with: picked in the host's own picker, never typed. */
export function StartPerson({ partner, form }: Props) {
  const words = useWords();
  const { t } = words;
  const { host } = useApp();
  const { draft, personProblem, failed, sending } = form;
  const refused = sayFieldProblem(words, sending.refusal, 'report');
  const said = personProblem ? t(PROBLEMS[personProblem]) : refused;
  const button = useRef<HTMLButtonElement>(null);
  // Whoever pressed the button at the end of the page would not see what is missing at its top.
  useEffect(() => {
    if (failed > 0 && said) button.current?.focus();
  }, [failed, said]);

  if (partner.kind === 'open') return <Notice>{t('start.openPlace')}</Notice>;
  if (partner.kind === 'named') return <Notice>{sayNaming(words, partner.naming)}</Notice>;
  if (!host.pickPerson) return <Notice tone="warning">{t('start.noPicker')}</Notice>;

  const pick = async () => {
    await form.pick();
    // The host's picker took the focus, and not every host gives it back.
    button.current?.focus();
  };
  const does = draft.report ? `${draft.report.name}. ${t('start.change')}` : t('start.pick');
  return (
    <Field
      label={t('start.person')}
      hint={partner.kind === 'inChat' ? t('start.personInChat') : t('start.personHint')}
      {...(said ? { validationMessage: said } : {})}
    >
      {(field) => (
        <div className={`${text['row']} ${air['control']}`}>
          {draft.report ? (
            <span className={text['row']}>
              <Face name={draft.report.name} />
              <strong>{draft.report.name}</strong>
            </span>
          ) : null}
          <Button
            ref={button}
            id={field.id}
            // The label alone would hide what pressing it does from whoever speaks or hears the button.
            aria-label={`${t('start.person')} ${does}`}
            aria-describedby={field['aria-describedby']}
            onClick={() => void pick()}
          >
            {draft.report ? t('start.change') : t('start.pick')}
          </Button>
        </div>
      )}
    </Field>
  );
}
