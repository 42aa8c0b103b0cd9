import { ownLines } from '@rapport/domain/offering';
import type { SeriesView } from '@rapport/domain/series';
import type { OfferView } from '@rapport/domain/succession.schema';
import { useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Notice } from '../parts/Notice';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { shortName } from '../words/labels';
import { sayProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import { ChooseGoals } from './ChooseGoals';
import { ChooseLines } from './ChooseLines';
import { ChoosePast } from './ChoosePast';
import { letGo, type Choice, type Choosable, type Stayed } from './choosing';
import styles from './choosing.module.css';
import type { Entry } from './entry';

interface Props {
  readonly view: SeriesView;
  readonly name: string;
  readonly entry: Entry;
  readonly offers: readonly OfferView[];
  /** Reads again what comes along. */
  readonly onGone: () => Promise<void>;
}

/** Everything of one's own that can come along, a tick each, and one press that lets the ticked ones go. */
export function Choose({ view, name, entry, offers, onGone }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const [region, announce] = useAnnouncer();
  const { busy, refusal, run } = useTask();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [stayed, setStayed] = useState<readonly Stayed[]>([]);
  const [progress, setProgress] = useState({ done: 0, of: 0 });
  const [told, setTold] = useState<string | null>(null);
  const called = shortName(entry.name);
  const back = entry.kind === 'back';
  const mark = (choice: Choice, ticked: boolean) =>
    setChosen((before) => {
      const after = new Map(before);
      if (ticked) after.set(choice.id, choice);
      else after.delete(choice.id);
      return after;
    });
  const toggle = (choice: Choice, ticked: boolean) => {
    setTold(null);
    mark(choice, ticked);
  };
  const choosable: Choosable = {
    view,
    name,
    back,
    choosing: { chosen, toggle },
    isOffered: (line, version) =>
      offers.some((offer) => offer.line === line && offer.version === version),
  };
  const own = ownLines(view, view.me, back);
  const left = own.filter(({ line }) => !choosable.isOffered(line.id, line.version));
  const empty = left.length === 0 && !view.goals && !view.lastMeeting;

  const send = async () => {
    if (busy || chosen.size === 0) return;
    const choices = [...chosen.values()];
    let gone = 0;
    setStayed([]);
    setProgress({ done: 0, of: choices.length });
    await run(async () => {
      try {
        await letGo(client, { series: view.id, succession: entry.id }, choices, (choice, why) => {
          if (why) setStayed((before) => [...before, { words: choice.words, refusal: why }]);
          else gone += 1;
          setProgress(({ done, of }) => ({ done: done + 1, of }));
          // What was refused for its words is read anew before it is ticked again.
          mark(choice, false);
        });
      } finally {
        await onGone();
        setTold(t('offer.gone', { count: gone }));
        announce(t('offer.gone', { count: gone }));
      }
    });
  };
  return (
    <div className={text['stack']}>
      <p className={text['quiet']}>
        {back && view.me === 'manager'
          ? t('offer.leadStandIn', { name, who: called })
          : t('offer.lead', { name, who: called })}
      </p>
      {empty ? <p>{t('offer.none')}</p> : null}
      <ChooseLines {...choosable} lines={left} meeting={null} />
      {view.goals ? <ChooseGoals {...choosable} /> : null}
      {view.lastMeeting ? (
        <div className={styles['past']}>
          <Disclosure summary={t('offer.past')}>
            <ChoosePast {...choosable} known={new Set(own.map(({ line }) => line.id))} />
          </Disclosure>
        </div>
      ) : null}
      {empty ? null : (
        <div className={styles['foot']}>
          {stayed.length > 0 ? (
            <Notice tone="warning" role="alert">
              <p>{t('offer.stayed')}</p>
              <ul className={styles['stayed']}>
                {stayed.map(({ words: line, refusal: why }) => (
                  <li key={line}>
                    <bdi>{line}</bdi>: {sayStayed(words, why)}
                  </li>
                ))}
              </ul>
            </Notice>
          ) : null}
          {refusal ? <Problem refusal={refusal} /> : null}
          <Button
            appearance="primary"
            disabledFocusable={busy || chosen.size === 0}
            onClick={() => void send()}
          >
            {t('offer.take', { count: chosen.size })}
          </Button>
          <span className={text['quiet']}>
            {busy
              ? t('offer.progress', progress)
              : (told ?? (chosen.size === 0 ? t('offer.tick') : null))}
          </span>
        </div>
      )}
      {region}
    </div>
  );
}

/** That nothing was removed would be said for the same code elsewhere: here nothing went. */
const sayStayed = (words: ReturnType<typeof useWords>, refusal: Stayed['refusal']): string =>
  refusal.code === 'line.changedSince' ? words.t('offer.changed') : sayProblem(words, refusal);
