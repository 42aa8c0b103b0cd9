import type { Answer } from '@rapport/domain/aboutUs';
import { Disclosure } from '../parts/Disclosure';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';

/** Words about oneself with when they were written, and what stood there before (PRACTICE E2). */
export function Said({ answer }: { readonly answer: Answer }) {
  const { t, date } = useWords();
  return (
    <>
      <p dir="auto" className={text['prose']}>
        {answer.text}
      </p>
      <p className={text['quiet']}>
        {answer.earlier.length > 0
          ? t('about.changedOn', { date: date(answer.at) })
          : t('about.writtenOn', { date: date(answer.at) })}
      </p>
      {answer.earlier.length > 0 ? (
        <Disclosure summary={t('intro.earlier', { count: answer.earlier.length })}>
          {answer.earlier.map((words) => (
            <div key={words.at}>
              <p className={text['quiet']}>{t('about.writtenOn', { date: date(words.at) })}</p>
              <p dir="auto" className={text['prose']}>
                {words.text}
              </p>
            </div>
          ))}
        </Disclosure>
      ) : null}
    </>
  );
}
