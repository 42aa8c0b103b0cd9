import type { Seat } from '@rapport/domain/series';
import { fillIntroduction } from '@rapport/domain/introduction';
import { useRef } from 'react';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Face } from '../parts/Face';
import text from '../parts/text.module.css';
import { fillShape } from '../screens/IntroductionField';
import { FormFields, TimeFields } from '../screens/ShapeFields';
import { sayRhythm, shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { shapeOf, type Planned } from './plan';
import { ledWith } from './sendPlan';
import styles from './team.module.css';
import type { Team } from './useTeam';

interface Props {
  readonly team: Team;
  readonly seats: readonly Seat[];
  readonly onOpen: (seriesId: string) => void;
}

/** What each will get, and what can be changed for one of them before it is sent. */
export function TeamList({ team, seats, onOpen }: Props) {
  const { t, locale } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const { people } = team.plan;
  const collator = new Intl.Collator(locale);
  const sorted = people.toSorted((a, b) => collator.compare(a.person.name, b.person.name));
  const remove = (id: string) => {
    team.change({ people: people.filter((one) => one.id !== id) });
    // The button that was pressed is gone.
    list.current?.focus();
  };
  return (
    <ul ref={list} tabIndex={-1} className={styles['list']} aria-label={t('team.listTitle')}>
      {sorted.map((one) => {
        const led = ledWith(seats, one.person.oid);
        const { name } = one.person;
        return (
          <li key={one.id} className={styles['person']}>
            <div className={styles['head']}>
              <Face name={name} />
              <strong className={styles['name']}>{name}</strong>
              <Button
                size="small"
                appearance="subtle"
                aria-label={t('team.removeName', { name })}
                onClick={() => remove(one.id)}
              >
                {t('team.remove')}
              </Button>
            </div>
            {led ? (
              <p className={text['row']}>
                {t('team.exists', { name: shortName(name) })}
                <Button
                  size="small"
                  aria-label={t('team.openName', { name })}
                  onClick={() => onOpen(led.series)}
                >
                  {t('team.open')}
                </Button>
              </p>
            ) : (
              <One team={team} one={one} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function One({ team, one }: { readonly team: Team; readonly one: Planned }) {
  const words = useWords();
  const { t } = words;
  const { plan, change } = team;
  const shape = shapeOf(plan, one);
  const name = shortName(one.person.name);
  const written = plan.introduction.trim() !== '';
  const filled = fillShape(words, plan.introduction, shape.rhythm, shape.minutes);
  return (
    <>
      <p className={text['quiet']}>{sayRhythm(words, shape.rhythm, shape.minutes)}</p>
      <Disclosure summary={t(written ? 'team.lookOrChange' : 'team.changeOne', { name })}>
        <div className={text['stack']}>
          {written ? (
            <p dir="auto" className={text['prose']}>
              {fillIntroduction(filled, { name })}
            </p>
          ) : null}
          <Fields
            shape={shape}
            onChange={(part) =>
              change({
                people: plan.people.map((other) =>
                  other.id === one.id ? { ...other, own: { ...other.own, ...part } } : other,
                ),
              })
            }
          />
        </div>
      </Disclosure>
    </>
  );
}

const Fields = (props: Parameters<typeof TimeFields>[0]) => (
  <>
    <TimeFields {...props} />
    <FormFields {...props} />
  </>
);
