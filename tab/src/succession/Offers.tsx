import type { SeriesView } from '@rapport/domain/series';
import type { OfferView } from '@rapport/domain/succession.schema';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import text from '../parts/text.module.css';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { NOUN_WORDS } from './nouns';
import type { Entry } from './Succession';
import styles from './succession.module.css';

interface Props {
  readonly view: SeriesView;
  /** How the other one in this 1:1 is called. */
  readonly name: string;
  readonly entry: Entry;
  readonly offers: readonly OfferView[];
  readonly busy: boolean;
  readonly write: (path: string, body: object) => Promise<boolean>;
}

/** What comes along, line by line: own words by oneself, joint ones by both. */
export function Offers({ view, name, entry, offers, busy, write }: Props) {
  const { t } = useWords();
  const called = shortName(entry.name);
  const own = [
    ...view.topics.map((line) => ({ noun: 'topic' as const, line })),
    ...view.notes.map((line) => ({ noun: 'note' as const, line })),
    ...view.actions.map((line) => ({ noun: 'action' as const, line })),
  ].filter(({ line }) => line.by === view.me);
  const offered = new Set(offers.map((offer) => offer.text));
  const left = own.filter(({ line }) => !offered.has(line.text));
  const states = (offer: OfferView): string => {
    if (offer.state === 'carried') return t('offer.carried', { name: called });
    if (offer.state === 'released') return t('offer.released', { name: called });
    return offer.given ? t('offer.waits', { name }) : t('offer.waitsForYou', { name });
  };
  return (
    <div className={text['tight']}>
      {offers.length > 0 ? (
        <ul className={styles['offers']} aria-label={t('offer.list', { name: called })}>
          {offers.map((offer) => (
            <li key={offer.id}>
              <p dir="auto" className={text['prose']}>
                {offer.text}
              </p>
              <p className={text['quiet']}>{states(offer)}</p>
              {offer.state === 'carried' ? null : (
                <div className={text['row']}>
                  {offer.given ? (
                    <Button
                      size="small"
                      disabledFocusable={busy}
                      onClick={() => void write(`offers/${offer.id}/take-back`, {})}
                    >
                      {t('offer.takeBack')}
                    </Button>
                  ) : (
                    <Button
                      size="small"
                      disabledFocusable={busy}
                      onClick={() => void write(`offers/${offer.id}/agree`, {})}
                    >
                      {t('offer.agree')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <Disclosure summary={t('offer.choose', { name: called })}>
        <div className={text['stack']}>
          <p className={text['quiet']}>{t('offer.lead', { name, who: called })}</p>
          {left.length === 0 ? <p>{t('offer.none')}</p> : null}
          <ul className={styles['offers']}>
            {left.map(({ noun, line }) => (
              <li key={line.id}>
                <p dir="auto" className={text['prose']}>
                  {line.text}
                </p>
                <div className={text['row']}>
                  <span className={text['quiet']}>{t(NOUN_WORDS[noun])}</span>
                  <Button
                    size="small"
                    disabledFocusable={busy}
                    onClick={() =>
                      void write(`successions/${entry.id}/offers`, {
                        id: crypto.randomUUID(),
                        noun,
                        line: line.id,
                        version: line.version,
                        meeting: null,
                      })
                    }
                  >
                    {t('offer.take')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </div>
      </Disclosure>
    </div>
  );
}
