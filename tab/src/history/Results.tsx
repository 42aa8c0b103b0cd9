import { useEffect, useMemo, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { sayDay } from '../importing/sayDay';
import { useLocale } from '../importing/useLocale';
import { Button } from '../parts/Button';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { NOUN_WORDS } from '../succession/nouns';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import styles from './history.module.css';
import { Marked } from './Marked';
import type { PastProps } from './pastProps';
import type { FoundLine } from './searching';
import type { SearchState } from './useSearching';

interface Props extends Pick<PastProps, 'me' | 'name'> {
  readonly query: string;
  readonly searching: SearchState;
  readonly onOpen: (found: FoundLine) => void;
}

const AT_ONCE = 20;
/** Counts are read out once somebody pauses, not at every letter. */
const PAUSE_MS = 700;

const KIND_WORDS: Readonly<Record<FoundLine['kind'], WordsKey>> = {
  topic: 'past.kind.topic',
  note: 'past.kind.note',
  action: 'past.kind.action',
  seenDifferently: 'past.kind.seenDifferently',
  own: 'past.kind.own',
  feedback: 'past.kind.feedback',
  goal: 'past.kind.goal',
  goalPart: 'past.kind.goalPart',
  goalProgress: 'past.kind.goalProgress',
  imported: 'past.kind.imported',
  brought: 'past.kind.brought',
};

/** What was found: where it stands, who wrote it, and the words; each opens its place. */
export function Results({ query, searching, me, name, onOpen }: Props) {
  const { t, dated } = useWords();
  const locale = useLocale();
  const [region, announce] = useAnnouncer();
  const [shown, setShown] = useState(AT_ONCE);
  const { index, size, whole, busy, refusal, begin } = searching;
  const { count, hits } = useMemo(
    () => index?.search(query, shown) ?? { count: 0, hits: [] },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- size says that there is more in the same index
    [index, size, query, shown],
  );
  useEffect(() => setShown(AT_ONCE), [query]);
  const nothing = whole && count === 0;
  const said = !index
    ? ''
    : nothing
      ? t('past.none')
      : t(whole ? 'past.found' : 'past.foundSoFar', { count });
  useEffect(() => {
    const pause = setTimeout(() => announce(said), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [said, announce]);

  const status = busy && !index ? t('past.searching') : said;

  const lineOf = (found: FoundLine): string => {
    const kind = t(KIND_WORDS[found.kind]);
    if (found.kind === 'own') return kind;
    if (found.where.of === 'imported' && found.where.readers === 'onlyMe') {
      return t('past.kind.importedOwn');
    }
    if (found.where.of === 'brought' && found.by !== me) {
      return t('past.by', { kind, name: shortName(found.where.from) });
    }
    return t('past.by', { kind, name: found.by === me ? t('note.yours') : name });
  };
  const placeOf = ({ where, kind, at }: FoundLine): string => {
    if (where.of === 'imported') {
      return where.heldOn === null ? t('bring.undated') : sayDay(where.heldOn, locale);
    }
    if (where.of === 'brought') {
      const noun = t(NOUN_WORDS[where.noun]);
      return where.came === null
        ? noun
        : t('past.came', { kind: where.sentence ?? noun, date: sayDay(where.came, locale) });
    }
    const date = dated(at);
    if (where.of === 'meeting') return t('past.of', { number: where.number, date });
    // Of what is not the goal itself: which goal it belongs to.
    return where.of === 'goal' && where.sentence && kind !== 'goal'
      ? t('past.ofGoal', { goal: where.sentence, date })
      : date;
  };
  return (
    <div className={text['tight']} aria-busy={busy}>
      {region}
      {status ? <p className={text['quiet']}>{status}</p> : null}
      <ul className={styles['results']}>
        {hits.map(({ item, marks }) => (
          <li key={item.key}>
            <button type="button" className={styles['result']} onClick={() => onOpen(item)}>
              <Marked text={item.text} marks={marks} />
              <span className={styles['where']}>
                <span>{placeOf(item)}</span>
                <span>{lineOf(item)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {count > hits.length ? (
        <div>
          <Button size="small" onClick={() => setShown(shown + AT_ONCE)}>
            {t('past.moreFound')}
          </Button>
        </div>
      ) : null}
      {refusal ? <Problem refusal={refusal} onRetry={begin} /> : null}
    </div>
  );
}
