import { Field } from '@fluentui/react-components';
import type { Rhythm } from '@rapport/domain/series';
import { useState } from 'react';
import { Button } from '../parts/Button';
import { Choices } from '../parts/Choices';
import text from '../parts/text.module.css';
import { RHYTHMS } from '../screens/startDraft';
import { RHYTHM_WORDS } from '../words/labels';
import { useWords } from '../words/useWords';
import styles from './rhythm.module.css';
import type { FormProps } from './form';

/** How often the two meet, changed where a gap shows that it may be too often. */
export default function RhythmChoice({
  view,
  name,
  busy,
  onChoose,
  onCancel,
}: FormProps & { readonly onChoose: (rhythm: Rhythm) => void }) {
  const { t } = useWords();
  // It stands there at once, and goes back if it was not taken.
  const [chosen, setChosen] = useState(view.rhythm);
  return (
    <div className={styles['form']}>
      <Field label={t('start.rhythm')}>
        <Choices
          value={busy ? chosen : view.rhythm}
          options={RHYTHMS.map((value) => ({ value, label: t(RHYTHM_WORDS[value]) }))}
          onChange={(rhythm) => {
            setChosen(rhythm);
            onChoose(rhythm);
          }}
        />
      </Field>
      <p className={text['quiet']}>{t('settings.reads', { both: t('who.youAnd', { name }) })}</p>
      <div>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
