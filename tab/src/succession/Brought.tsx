import type { BroughtLine } from '@rapport/domain/succession.schema';
import type { SeriesView } from '@rapport/domain/series';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Confirm } from '../parts/Confirm';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import styles from './succession.module.css';
import { NOUN_WORDS } from './nouns';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called. */
  readonly name: string;
  /** Said where there is nothing; null: then nothing is shown at all. */
  readonly empty: string | null;
}

/** What somebody let come along from another 1:1: the words, whose they are, and nothing else. */
export default function Brought({ view, name, empty }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const live = client.follow<{ lines: readonly BroughtLine[] }>(view.id, 'brought');
  const reading = useLive(live);
  const [region, announce] = useAnnouncer();
  if (reading.status === 'failed') {
    return <Problem refusal={reading.refusal} onRetry={() => void live.refresh()} />;
  }
  const lines = reading.status === 'ready' ? reading.value.lines : [];
  if (lines.length === 0) return empty ? <p className={text['quiet']}>{empty}</p> : null;
  const ended = hasLeft(view);
  const put = (line: BroughtLine) => {
    client.series(view.id).send({
      type: 'addTopic',
      page: 'shared',
      id: crypto.randomUUID(),
      text: line.text,
      question: null,
    });
    announce(t('brought.isOnAgenda'));
  };
  return (
    <div className={text['tight']}>
      <p className={text['quiet']}>{t('brought.reads', { name })}</p>
      <ul className={styles['list']}>
        {lines.map((line) => (
          <li key={line.id} className={styles['line']}>
            <p dir="auto" className={text['prose']}>
              {line.text}
            </p>
            <p className={text['quiet']}>
              {t('brought.by', { noun: t(NOUN_WORDS[line.noun]), name: shortName(line.from) })}
            </p>
            {ended ? null : (
              <div className={text['row']}>
                {view.topics.some((topic) => topic.text === line.text) ? (
                  <span className={text['quiet']}>{t('brought.isOnAgenda')}</span>
                ) : (
                  <Button size="small" onClick={() => put(line)}>
                    {t('brought.put')}
                  </Button>
                )}
                {line.role === null || line.role === view.me ? (
                  <Confirm
                    small
                    label={t('brought.remove')}
                    question={t('brought.removeQuestion')}
                    confirm={t('brought.remove')}
                    work={() =>
                      client.writeTo(view.id, `brought/${line.id}/remove`, {}).then(live.refresh)
                    }
                  />
                ) : null}
              </div>
            )}
          </li>
        ))}
      </ul>
      {region}
    </div>
  );
}
