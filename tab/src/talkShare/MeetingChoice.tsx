import { Field, Select } from '@fluentui/react-components';
import type { TalkShareOfMeeting } from '@rapport/domain/talkShare';
import { useWords } from '../words/useWords';
import styles from './TalkShare.module.css';

interface Props {
  readonly meetings: readonly TalkShareOfMeeting[];
  readonly meeting: number;
  readonly label: string;
  readonly onChoose: (meeting: number) => void;
}

/** One of the last meetings. */
export function MeetingChoice({ meetings, meeting, label, onChoose }: Props) {
  const { t, date } = useWords();
  return (
    <Field className={styles['speaker'] ?? ''} label={label}>
      <Select value={String(meeting)} onChange={(_, { value }) => onChoose(Number(value))}>
        {meetings.map(({ number, finishedAt }) => (
          <option key={number} value={String(number)}>
            {t('past.meeting', { number, date: date(finishedAt) })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
