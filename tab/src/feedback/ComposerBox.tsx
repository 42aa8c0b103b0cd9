import { Button, Field } from '@fluentui/react-components';
import type { Delivery } from '@rapport/domain/feedback';
import { useEffect, useId, useRef } from 'react';
import { Choices } from '../parts/Choices';
import { LockIcon } from '../parts/icons';
import { useWording } from '../words/wording';
import { useWords } from '../words/useWords';
import { DeliveryChoice } from './DeliveryChoice';
import styles from './feedback.module.css';
import { Marks } from './Marks';
import { TextBox } from './TextBox';
import type { Drafting, OpenDraft } from './useDraft';

interface Props {
  readonly draft: OpenDraft;
  readonly drafting: Drafting;
  readonly name: string;
  /** Whether both agreed to the information terms: before, it stays a draft (PRACTICE C6). */
  readonly agreed: boolean;
  readonly onGive: (delivery: Delivery) => void;
  readonly onClose: () => void;
}

/** One free box, and how it gets to the other one. */
export function ComposerBox({ draft, drafting, name, agreed, onGive, onClose }: Props) {
  const { t } = useWords();
  const id = useId();
  const wording = useWording();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const end = box.current?.value.length ?? 0;
    box.current?.focus();
    box.current?.setSelectionRange(end, end);
  }, []);
  const empty = !draft.text.trim();
  const leave = <Button onClick={onClose}>{empty ? t('cancel') : t('feedback.keep')}</Button>;
  return (
    <section className={styles['card']} aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`} className={styles['title']}>
        {t('feedback.give')}
      </h2>
      <Field label={t('feedback.kind')}>
        <Choices
          value={draft.kind}
          options={[
            { value: 'praise', label: t('feedback.praise') },
            { value: 'criticism', label: t('feedback.criticism') },
          ]}
          onChange={(kind) => drafting.change({ kind })}
        />
      </Field>
      <div className={styles['field']}>
        <label htmlFor={`${id}box`}>{t('feedback.label', { name })}</label>
        <TextBox
          ref={box}
          id={`${id}box`}
          describedBy={`${id}who ${id}marks`}
          value={draft.text}
          onChange={(words) => drafting.change({ text: words })}
          onBlur={drafting.save}
        />
        {wording ? (
          <Marks id={`${id}marks`} kind={draft.kind} words={draft.text} wording={wording} />
        ) : null}
        <p id={`${id}who`} className={styles['who']}>
          <LockIcon />
          {t('feedback.onlyYou')}
        </p>
      </div>
      {agreed ? (
        <DeliveryChoice kind={draft.kind} name={name} empty={empty} onGive={onGive}>
          {leave}
        </DeliveryChoice>
      ) : (
        <>
          <p>{t('feedback.untilAgreed')}</p>
          <div>{leave}</div>
        </>
      )}
    </section>
  );
}
