import type { Role } from '@rapport/domain/person';
import type { TalkTime } from '@rapport/domain/talkTime';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { sayTime } from './say';
import styles from './TalkShare.module.css';

interface Props {
  readonly me: Role;
  readonly name: string;
  readonly talk: TalkTime;
  /** The report's part, in per cent. */
  readonly share: number;
}

/** What a second is not worth saying. */
const WORTH_SAYING_MS = 1000;

/** The share of the two in words, and as a bar that says the same; the longest turn is the reader's own. */
export function Share({ me, name, talk, share }: Props) {
  const words = useWords();
  const { t } = words;
  const mine = me === 'report' ? share : 100 - share;
  const theirs = 100 - mine;
  const sentence = t('talk.share', { theirs, mine, name });
  const parts = [
    { key: 'theirs', who: name, part: theirs },
    { key: 'mine', who: t('talk.you'), part: mine },
  ] as const;
  const longest = talk.longest[me];
  return (
    <div className={text['tight']}>
      <p className={text['prose']} aria-live="polite">
        {sentence}
      </p>
      <div role="img" aria-label={sentence}>
        <svg className={styles['bar']} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
          <rect className={styles['theirs']} x="0" y="0" width={theirs} height="10" />
          <rect className={styles['mine']} x={theirs} y="0" width={mine} height="10" />
        </svg>
        <div className={styles['legend']} aria-hidden>
          {parts.map(({ key, who, part }) => (
            <span key={key} className={styles[`${key}Key`]}>
              {t('talk.legend', { who, share: part })}
            </span>
          ))}
        </div>
      </div>
      <p className={text['quiet']}>
        {talk.both >= WORTH_SAYING_MS
          ? `${t('talk.both', { time: sayTime(words, talk.both) })} `
          : null}
        {talk.else >= WORTH_SAYING_MS
          ? `${t('talk.others', { time: sayTime(words, talk.else) })} `
          : null}
        {t('talk.silence')}
      </p>
      {longest >= WORTH_SAYING_MS ? (
        <p className={text['quiet']}>{t('talk.longest', { time: sayTime(words, longest) })}</p>
      ) : null}
    </div>
  );
}
