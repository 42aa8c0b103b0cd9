import type { CheckIn } from '@rapport/domain/checkIn';
import type { Role } from '@rapport/domain/person';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { Words } from '../words/words';
import styles from './feedback.module.css';
import type { KeptCheckIn } from '../client/state';

interface Props {
  readonly kept: KeptCheckIn;
  readonly me: Role;
  readonly name: string;
  readonly share: string;
}

/** One's own answer, or both side by side. That the other one kept theirs and that there is none read the same. */
export function CheckInKept({ kept, me, name, share }: Props) {
  const { t } = useWords();
  const { mine, both } = kept;
  if (!mine) return null;
  const theirs = both ? both[me === 'manager' ? 'report' : 'manager'] : null;
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('checkIn.question')}</th>
            <th scope="col">{t('feedback.you')}</th>
            {theirs ? <th scope="col">{name}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rowsOf(t, share).map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{of(mine)}</td>
              {theirs ? <td>{of(theirs)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={text['quiet']}>
        {theirs ? t('feedback.bothRead', { name }) : t('checkIn.onlyYou', { name })}
      </p>
    </>
  );
}

const rowsOf = (t: Words['t'], share: string) => [
  { label: t('checkIn.worth'), of: ({ worth }: CheckIn) => t('checkIn.ofFive', { value: worth }) },
  { label: t('checkIn.heard'), of: ({ heard }: CheckIn) => t('checkIn.ofFive', { value: heard }) },
  { label: share, of: (given: CheckIn) => t('checkIn.percent', { share: given.share }) },
];
