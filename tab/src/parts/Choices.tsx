import { Radio, RadioGroup } from '@fluentui/react-components';
import styles from './Choices.module.css';

interface Props<T extends string> {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** `row` for short labels that fit beside each other. */
  readonly layout?: 'row' | 'column';
  readonly onChange: (value: T) => void;
}

/** One of a few; the field around it carries the label. */
export function Choices<T extends string>({ value, options, layout = 'row', ...rest }: Props<T>) {
  const { onChange, ...field } = rest;
  return (
    <RadioGroup
      {...field}
      className={styles['choices']}
      layout={layout === 'row' ? 'horizontal' : 'vertical'}
      value={value}
      onChange={(_, data) => {
        const chosen = options.find((option) => option.value === data.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} label={option.label} />
      ))}
    </RadioGroup>
  );
}
