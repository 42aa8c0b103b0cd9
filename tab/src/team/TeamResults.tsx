import { Button, ProgressBar } from '@fluentui/react-components';
import type { Seat } from '@rapport/domain/series';
import { useEffect, useRef } from 'react';
import { Face } from '../parts/Face';
import { CheckIcon } from '../parts/icons';
import { Problem } from '../parts/Problem';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { shortName } from '../words/labels';
import { sayProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import type { Sending } from './plan';
import { ledWith } from './sendPlan';
import styles from './team.module.css';
import type { Team } from './useTeam';

interface Props {
  readonly team: Team;
  readonly sent: readonly Sending[];
  readonly seats: readonly Seat[];
  readonly onOpen: (seriesId: string) => void;
  readonly onDone: () => void;
}

/** How far it is, and what became of each. Opened again, it goes on where it was interrupted. */
export function TeamResults({ team, sent, seats, onOpen, onDone }: Props) {
  const words = useWords();
  const { t } = words;
  const { busy, refusal } = team.task;
  const begun = useRef(false);
  const { goOn } = team;
  const waiting = sent.some(({ state }) => state === 'waiting');
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (waiting && !busy) void goOn();
  }, [waiting, busy, goOn]);

  const status = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone.
  useEffect(() => {
    if (document.hasFocus()) status.current?.focus();
  }, []);

  const settled = sent.filter(({ state }) => state !== 'waiting').length;
  const failed = sent.filter(({ state }) => state === 'failed').length;
  const left = failed > 0 || waiting;
  const collator = new Intl.Collator(words.locale);
  const sorted = sent.toSorted((a, b) => collator.compare(a.name, b.name));
  const progress = busy
    ? t('team.progress', { done: settled, of: sent.length })
    : left
      ? t('team.someLeft', { count: sent.length })
      : t('team.allDone', { count: sent.length });
  return (
    <div className={text['stack']}>
      <p ref={status} tabIndex={-1} role="status">
        {progress}
      </p>
      {busy ? (
        <ProgressBar aria-label={progress} value={settled} max={Math.max(sent.length, 1)} />
      ) : null}
      {refusal ? <Problem refusal={refusal} /> : null}
      <ul className={styles['list']} aria-label={t('team.resultsTitle')}>
        {sorted.map((one) => {
          const id =
            one.state === 'exists' && one.body.report
              ? ledWith(seats, one.body.report.oid)?.series
              : one.body.id;
          return (
            <li key={one.body.id} className={styles['person']}>
              <div className={styles['head']}>
                <Face name={one.name} />
                <div className={styles['name']}>
                  <strong>{one.name}</strong>
                  <p className={one.state === 'failed' ? styles['failed'] : text['quiet']}>
                    {one.state === 'done' ? <CheckIcon /> : null} <Said one={one} />
                  </p>
                </div>
                {id && (one.state === 'done' || one.state === 'exists') ? (
                  <Button
                    size="small"
                    aria-label={t('team.openName', { name: one.name })}
                    onClick={() => onOpen(id)}
                  >
                    {t('team.open')}
                  </Button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
      <div className={air['buttons']}>
        {left && !busy ? (
          <Button appearance="primary" size="large" onClick={() => void goOn()}>
            {failed > 0 ? t('team.retry', { count: failed, of: sent.length }) : t('team.goOn')}
          </Button>
        ) : null}
        {failed > 0 && !busy ? (
          <Button size="large" onClick={team.reconsider}>
            {t('team.change')}
          </Button>
        ) : null}
        {busy ? null : (
          <Button size="large" {...(left ? {} : { appearance: 'primary' })} onClick={onDone}>
            {left ? t('team.leaveOut') : t('team.done')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Said({ one }: { readonly one: Sending }) {
  const words = useWords();
  const { t } = words;
  if (one.state === 'done') return <>{t('team.isDone')}</>;
  if (one.state === 'exists') return <>{t('team.exists', { name: shortName(one.name) })}</>;
  if (one.state === 'failed') return <>{sayProblem(words, { code: one.code ?? 'other' })}</>;
  return <>{t('team.isWaiting')}</>;
}
