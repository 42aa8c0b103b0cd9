import type { ExportRecord } from '@rapport/domain/ledger.schema';
import type { Role } from '@rapport/domain/person';
import { useWords } from '../words/useWords';
import styles from './ledger.module.css';

interface Props {
  readonly record: ExportRecord;
  readonly me: Role;
  readonly name: string;
}

/** That the manager took a copy of what both share: there is nothing to do about it, and no more to say. */
export function ExportEntry({ record, me, name }: Props) {
  const { t, date } = useWords();
  const when = date(record.at);
  return (
    <div className={styles['entry']}>
      <p>
        {record.by === me
          ? t('ledger.youExported', { date: when })
          : t('ledger.theyExported', { name, date: when })}
      </p>
    </div>
  );
}
