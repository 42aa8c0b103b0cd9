import { Field } from '@fluentui/react-components';
import type { Rhythm } from '@rapport/domain/series';
import { useState, type FormEvent } from 'react';
import { Button } from '../parts/Button';
import { Choices } from '../parts/Choices';
import text from '../parts/text.module.css';
import { RHYTHMS } from '../screens/startDraft';
import { RHYTHM_WORDS } from '../words/labels';
import { useWords } from '../words/useWords';
import styles from './rhythm.module.css';
import type { FormProps } from './form';

/**
 * How often the two meet, changed where a gap shows that it may be too often. It is saved by a press of its own: the
 * arrow keys choose every rhythm that they pass on the way to another one.
 */
export default function RhythmChoice({
  view,
  name,
  busy,
  onChoose,
  onCancel,
}: FormProps & { readonly onChoose: (rhythm: Rhythm) => void }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState(view.rhythm);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === view.rhythm) onCancel();
    else onChoose(chosen);
  };
  return (
    <form className={styles['form']} onSubmit={save}>
      <Field label={t('start.rhythm')}>
        <Choices
          value={chosen}
          options={RHYTHMS.map((value) => ({ value, label: t(RHYTHM_WORDS[value]) }))}
          onChange={setChosen}
        />
      </Field>
      <p className={text['quiet']}>{t('settings.reads', { both: t('who.youAnd', { name }) })}</p>
      <div className={text['row']}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {t('save')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
