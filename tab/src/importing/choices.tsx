import { Choices } from '../parts/Choices';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { DayOrder } from './dates';
import styles from './importing.module.css';
import type { Readers } from './send';

/** Asked once for all dates that could be either. */
export function DayOrderChoice({
  value,
  onChange,
}: {
  readonly value: DayOrder | null;
  readonly onChange: (order: DayOrder) => void;
}) {
  const { t } = useWords();
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['title']}>{t('bring.order')}</legend>
      <Choices
        value={value ?? ''}
        options={[
          { value: 'dayFirst', label: t('bring.dayFirst') },
          { value: 'monthFirst', label: t('bring.monthFirst') },
        ]}
        onChange={(chosen) => {
          if (chosen !== '') onChange(chosen);
        }}
      />
    </fieldset>
  );
}

interface Props {
  readonly value: Readers;
  readonly name: string | null;
  /** Once both agreed to the terms (PRACTICE C6). */
  readonly mayShare: boolean;
  readonly disabled: boolean;
  readonly onChange: (readers: Readers) => void;
}

/** Who will read the notes: only their author, unless they choose otherwise, knowing what that means. */
export function ReadersChoice({ value, name, mayShare, disabled, onChange }: Props) {
  const { t } = useWords();
  const called = name ?? '';
  const options = [
    { value: 'onlyMe', label: t('bring.onlyMe') },
    { value: 'both', label: t('bring.both', { name: called }) },
  ] as const;
  return (
    <fieldset className={styles['group']} disabled={disabled}>
      <legend className={styles['title']}>{t('bring.readers')}</legend>
      {mayShare ? (
        <Choices value={value} options={options} onChange={onChange} />
      ) : (
        <p>{t('bring.onlyMe')}</p>
      )}
      <p className={text['quiet']} role="status">
        {value === 'both' ? t('bring.bothHint', { name: called }) : t('bring.onlyMeHint')}
      </p>
      {mayShare ? null : <p className={text['quiet']}>{t('bring.bothLater')}</p>}
    </fieldset>
  );
}
