import text from '../parts/text.module.css';
import styles from './DateNote.module.css';

/** Beside a day or a time: what comes of it, read out as it comes up. It takes no room while there is nothing. */
export function DateNote({ children }: { readonly children: string | readonly string[] | null }) {
  const lines = [children ?? []].flat();
  return (
    <div role="status" className={`${text['quiet']} ${styles['note']}`}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
