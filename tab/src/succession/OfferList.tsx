import type { OfferView } from '@rapport/domain/succession.schema';
import type { SeriesView } from '@rapport/domain/series';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { hasLeftAlready } from './entry';
import { GoalWords } from './GoalWords';
import { NOUN_WORDS } from './nouns';
import styles from './succession.module.css';

interface Props {
  readonly view: SeriesView;
  /** How the other one in this 1:1 is called. */
  readonly name: string;
  /** How whoever reads it then is called. */
  readonly called: string;
  /** Out of a stand-in's 1:1, to the one that it stood in for. */
  readonly back: boolean;
  readonly offers: readonly OfferView[];
  readonly busy: boolean;
  /** @param done what is read out once it is written */
  readonly write: (path: string, body: object, done: string) => Promise<boolean>;
}

/** What waits for the reader; what waits for somebody else and what has gone unfolds, it may be a year's. */
export function OfferList({ view, name, called, back, offers, busy, write }: Props) {
  const { t } = useWords();
  const left = hasLeftAlready(view);
  const forYou = offers.filter(({ given, state }) => !left && !given && state !== 'carried');
  const mine = (wanted: OfferView['state']) =>
    offers.filter(({ given, state }) => state === wanted && (given || state === 'carried'));
  const [waiting, released, carried] = [mine('waiting'), mine('released'), mine('carried')];
  const folded = [
    {
      key: 'waiting',
      offers: waiting,
      summary: t('offer.waits', { name, count: waiting.length }),
    },
    {
      key: 'released',
      offers: released,
      summary:
        view.me === 'report'
          ? t('offer.releasedYours', { name: called, count: released.length })
          : t('offer.released', { name: called, report: name, count: released.length }),
    },
    {
      key: 'carried',
      offers: carried,
      summary: t('offer.carried', { name: called, count: carried.length }),
    },
  ];
  const line = (offer: OfferView) => (
    <li key={offer.id}>
      <p dir="auto" className={text['prose']}>
        {offer.text}
      </p>
      {offer.goal ? <OfferedGoal view={view} name={name} goal={offer.goal} /> : null}
      <div className={text['row']}>
        <span className={text['quiet']}>{t(NOUN_WORDS[offer.noun])}</span>
        {offer.state === 'carried' ? null : (
          <Named words={offer.text}>
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() =>
                void write(
                  `offers/${offer.id}/${offer.given ? 'take-back' : 'agree'}`,
                  {},
                  t(offer.given ? 'offer.tookBack' : 'offer.agreed'),
                )
              }
            >
              {t(offer.given ? 'offer.takeBack' : 'offer.agree')}
            </Button>
          </Named>
        )}
      </div>
    </li>
  );
  return (
    <>
      {forYou.length > 0 ? (
        <>
          <p className={text['quiet']}>
            {back ? t('offer.waitsBack', { name, who: called }) : t('offer.waitsForYou', { name })}
          </p>
          <ul className={styles['offers']}>{forYou.map(line)}</ul>
        </>
      ) : null}
      {folded.map(({ key, offers: own, summary }) =>
        own.length > 0 ? (
          // Its words change with what is in it; the fold stays open.
          <Disclosure key={key} summary={summary}>
            <ul className={styles['offers']}>{own.map(line)}</ul>
          </Disclosure>
        ) : null,
      )}
    </>
  );
}

interface GoalProps extends Pick<Props, 'view' | 'name'> {
  readonly goal: NonNullable<OfferView['goal']>;
}

function OfferedGoal({ view, name, goal }: GoalProps) {
  const { t } = useWords();
  const nameOf = (by: typeof goal.author) => (by === view.me ? t('note.yours') : name);
  const parts = goal.parts.map(({ part, text: said, by }) => ({
    part,
    text: said,
    who: by === goal.author ? null : nameOf(by),
  }));
  return <GoalWords due={goal.due} parts={parts} />;
}
