import { Field, Select } from '@fluentui/react-components';
import { otherRole, type Role } from '@rapport/domain/person';
import type { SpeakerIs } from '@rapport/domain/talkTime';
import { useWords } from '../words/useWords';
import { sayTime } from './say';
import styles from './TalkShare.module.css';

interface Props {
  readonly me: Role;
  readonly name: string;
  readonly speakers: readonly { readonly speaker: string; readonly ms: number }[];
  readonly whoIs: (speaker: string) => SpeakerIs;
  readonly onChoose: (speaker: string, who: SpeakerIs) => void;
}

/** Who is who: by name, and corrected by hand. */
export function Speakers({ me, name, speakers, whoIs, onChoose }: Props) {
  const words = useWords();
  const { t } = words;
  const choices: readonly { readonly value: SpeakerIs; readonly label: string }[] = [
    { value: me, label: t('talk.you') },
    { value: otherRole(me), label: name },
    { value: 'else', label: t('talk.else') },
    { value: 'nobody', label: t('talk.nobody') },
  ];
  return (
    <fieldset className={styles['speakers']}>
      <legend>{t('talk.speakers')}</legend>
      {speakers.map(({ speaker, ms }) => (
        <Field
          key={speaker}
          className={styles['speaker'] ?? ''}
          label={<span dir="auto">{t('talk.spoke', { speaker, time: sayTime(words, ms) })}</span>}
        >
          <Select
            value={whoIs(speaker)}
            onChange={(_, { value }) => {
              const choice = choices.find((one) => one.value === value);
              if (choice) onChoose(speaker, choice.value);
            }}
          >
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </fieldset>
  );
}
