import { Button, Field } from '@fluentui/react-components';
import type { Delivery, Feedback } from '@rapport/domain/feedback';
import { useState, type ReactNode } from 'react';
import { Choices } from '../parts/Choices';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import { nextWorkingTime, sayWhen } from './workingTime';

interface Props {
  readonly kind: Feedback['kind'];
  readonly name: string;
  readonly empty: boolean;
  readonly onGive: (delivery: Delivery) => void;
  /** What else can be done, beside the button. */
  readonly children: ReactNode;
}

/** How it gets there: criticism is said first unless its author would rather send it (PRACTICE B2). */
export function DeliveryChoice({ kind, name, empty, onGive, children }: Props) {
  const { t } = useWords();
  const { client, host } = useApp();
  const [picked, setPicked] = useState<Delivery['how'] | null>(null);
  const how = picked ?? (kind === 'criticism' ? 'bring' : 'send');
  const { at, isNow } = nextWorkingTime(client.now());
  const when = sayWhen(host.context.locale, at);
  const give = () => {
    // Later than what was shown, perhaps: the time counts at which it was decided.
    const sent = nextWorkingTime(client.now()).at.toISOString();
    onGive(how === 'bring' ? { how } : { how, at: sent });
  };
  return (
    <>
      <Field
        label={t('feedback.how')}
        hint={
          how === 'bring' ? t('feedback.bringHint', { name }) : t('feedback.sendHint', { name })
        }
      >
        <Choices
          layout="column"
          value={how}
          options={[
            { value: 'bring', label: t('feedback.bring') },
            {
              value: 'send',
              label: isNow ? t('feedback.sendNow') : t('feedback.sendAt', { when }),
            },
          ]}
          onChange={setPicked}
        />
      </Field>
      <div className={text['row']}>
        <Button appearance="primary" disabledFocusable={empty} onClick={give}>
          {how === 'bring' ? t('feedback.giveBring') : t('feedback.giveSend')}
        </Button>
        {children}
      </div>
    </>
  );
}
