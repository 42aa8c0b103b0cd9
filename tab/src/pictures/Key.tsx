import type { Role } from '@rapport/domain/person';
import { useWords } from '../words/useWords';
import styles from './pictures.module.css';

/** Whose picture it is: the manager's mark and the report's are the same in all of them, for both readers. */
export interface Who {
  readonly me: Role;
  readonly name: string;
}

export const ROLES: readonly Role[] = ['manager', 'report'];

/** How the two are called where both stand side by side. */
export function useNames({ me, name }: Who): Readonly<Record<Role, string>> {
  const { t } = useWords();
  const you = t('talk.you');
  return me === 'manager' ? { manager: you, report: name } : { manager: name, report: you };
}

/** What the marks mean; whoever cannot see them reads the table. */
export function Key({ measured = false, ...who }: Who & { readonly measured?: boolean }) {
  const { t } = useWords();
  const names = useNames(who);
  return (
    <ul className={styles['key']} aria-hidden>
      {ROLES.map((role) => (
        <li key={role}>
          <span className={`${styles['mark']} ${styles[role]}`} />
          {names[role]}
        </li>
      ))}
      {measured ? (
        <li>
          <span className={`${styles['mark']} ${styles['measured']}`} />
          {t('pics.measured')}
        </li>
      ) : null}
    </ul>
  );
}
