import { PeopleIcon } from './icons';
import styles from './Face.module.css';

/** Somebody's initials, as a mark beside their name, which says the same. */
export function Face({ name }: { readonly name: string | null }) {
  const words = (name ?? '').split(/[\s,]+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('');
  return (
    <span className={styles['face']} aria-hidden>
      {letters ? letters.toLocaleUpperCase() : <PeopleIcon />}
    </span>
  );
}
