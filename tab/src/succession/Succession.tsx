import type { SeriesView } from '@rapport/domain/series';
import type { SuccessionsView } from '@rapport/domain/succession.schema';
import { useRef, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import { Skeleton } from '../parts/Skeleton';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useLive } from '../parts/useLive';
import { useTask } from '../parts/useTask';
import { shortName } from '../words/labels';
import { lastDay } from '../rhythm/localDate';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { ASK, AskSuccessor } from './AskSuccessor';
import Brought from './Brought';
import { hasLeftAlready, type Entry } from './entry';
import { Extend } from './Extend';
import { Offers } from './Offers';
import styles from './succession.module.css';

interface Props {
  readonly view: SeriesView;
  readonly name: string;
}

const STATES: Readonly<Record<Entry['state'], WordsKey>> = {
  asked: 'succession.asked',
  expired: 'succession.expired',
  declined: 'succession.declined',
  withdrawn: 'succession.withdrawn',
  begun: 'succession.begun',
};

/** Somebody else leads for a while, or from now on, and what may come along (PRACTICE C7). */
export default function Succession({ view, name }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const live = client.follow<SuccessionsView>(view.id, 'successions');
  const reading = useLive(live);
  const task = useTask();
  const [region, announce] = useAnnouncer();
  /** Questions asked: the form of each is folded away once it is on its way. */
  const [asked, setAsked] = useState(0);
  const [asking, setAsking] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  if (reading.status === 'loading') return <Skeleton />;
  if (reading.status !== 'ready') {
    return reading.status === 'failed' ? (
      <Problem refusal={reading.refusal} onRetry={() => void live.refresh()} />
    ) : null;
  }
  const { entries, offers } = reading.value;
  const write = async (path: string, body: object, done: string): Promise<boolean> => {
    setAsking(path === ASK);
    const written = await task.run(async () => {
      await client.writeTo(view.id, path, body);
      await live.refresh();
    });
    if (written) announce(done);
    if (written && path === ASK) setAsked(asked + 1);
    return written;
  };
  const say = (entry: Entry): string => {
    const called = shortName(entry.name);
    if (entry.kind === 'back') {
      return view.me === 'report'
        ? t('succession.back', { name: called })
        : t('succession.backTheirs', { name: called, report: name });
    }
    const state = t(STATES[entry.state]);
    if (entry.until === null) return t('succession.handOver', { name: entry.name, state });
    const date = words.date(lastDay(entry.until));
    return t('succession.standIn', { name: entry.name, date, state });
  };
  return (
    <div ref={root} tabIndex={-1} className={styles['all']}>
      <p className={text['quiet']}>{t('succession.lead')}</p>
      {task.refusal && !asking ? <Problem refusal={task.refusal} /> : null}
      {entries.length > 0 ? (
        <ul className={styles['list']}>
          {entries.map((entry) => (
            <li key={entry.id} className={styles['line']}>
              <p>{say(entry)}</p>
              {entry.state === 'asked' && !hasLeftAlready(view) ? (
                <div>
                  <Button
                    size="small"
                    disabledFocusable={task.busy}
                    onClick={() =>
                      void write(`successions/${entry.id}/withdraw`, {}, t('succession.withdrawn'))
                    }
                  >
                    {t('succession.withdraw')}
                  </Button>
                </div>
              ) : null}
              {entry.state === 'asked' || entry.state === 'begun' ? (
                <Offers
                  view={view}
                  name={name}
                  entry={entry}
                  offers={offers.filter(({ succession }) => succession === entry.id)}
                  busy={task.busy}
                  write={write}
                  onGone={live.refresh}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Brought view={view} name={name} empty={null} />
      {view.origin?.until && view.me === 'report' && !hasLeft(view) ? (
        <Extend until={view.origin.until} busy={task.busy} write={write} />
      ) : null}
      <AskSuccessor
        key={asked}
        view={view}
        name={name}
        busy={task.busy}
        refusal={asking ? task.refusal : null}
        write={write}
      />
      {region}
    </div>
  );
}
