import { Disclosure } from '../parts/Disclosure';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import styles from './importing.module.css';
import type { NotUnderstood, Reason } from './parse';

const REASONS: Readonly<Record<Reason, WordsKey>> = {
  frontMatter: 'bring.reason.frontMatter',
  html: 'bring.reason.html',
  comment: 'bring.reason.comment',
  picture: 'bring.reason.picture',
  noWords: 'bring.reason.noWords',
};

/** What was not understood: where it stands in the file, and why. */
export function NotTakenOver({ places }: { readonly places: readonly NotUnderstood[] }) {
  const { t } = useWords();
  if (places.length === 0) return null;
  return (
    <Disclosure summary={t('bring.notUnderstood', { count: places.length })}>
      <ul className={styles['places']}>
        {places.map(({ from, to, reason }) => (
          <li key={from}>
            {from === to ? t('bring.atLine', { from }) : t('bring.atLines', { from, to })}
            {': '}
            {t(REASONS[reason])}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
