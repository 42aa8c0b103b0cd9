import { Button } from '../parts/Button';
import type { ButtonProps } from '@fluentui/react-components';
import { isEmptyStart } from '@rapport/domain/meeting';
import { togetherSince } from '@rapport/domain/rhythm';
import { useEffect, useRef } from 'react';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { sayBriefly, sayTheirTime } from '../rhythm/theirTime';
import styles from './MeetingBar.module.css';
import type { Here } from './useHere';

interface Props {
  readonly here: Here;
  /** Beside a meeting: elsewhere the date stands above the agenda already. */
  readonly dense: boolean;
  readonly name: string;
  /** Whole minutes until the end; null while there is none to wait for. */
  readonly left: number | null;
  /** Whether the end is near enough to be said. */
  readonly soon: boolean;
  /** When the meeting that ends now is followed by the next one (ISO 8601), or null. */
  readonly nextAt: () => string | null;
  readonly announce: (words: string) => void;
}

/**
 * The foot of the agenda, always at the same place and of the same height: when the meeting is, how long it
 * still lasts, and the way on. What begins something stands at the start, what ends it at the end, so that
 * no press that comes too late does the other one.
 */
export default function MeetingBar(props: Props) {
  const { t } = useWords();
  const bar = useRef<HTMLElement>(null);
  useHeldFocus(bar);
  const { words, more, first = [], back, last } = useContent(props);
  return (
    <section ref={bar} tabIndex={-1} aria-label={t('meeting.bar')} className={styles['bar']}>
      {first.length > 0 ? (
        <div className={styles['first']}>
          {first.map((choice) => (
            <Choice key={choice.label} {...choice} />
          ))}
        </div>
      ) : null}
      <div key={first.length} className={styles['words']}>
        <p>{words}</p>
        {more ? <p className={styles['more']}>{more}</p> : null}
      </div>
      {back ? <Choice {...back} /> : null}
      {last ? <Choice {...last} /> : null}
    </section>
  );
}

interface ChoiceProps {
  readonly label: WordsKey;
  readonly onPress: () => void;
  readonly look?: ButtonProps['appearance'];
}

function Choice({ label, onPress, look = 'outline' }: ChoiceProps) {
  const { t } = useWords();
  return (
    <Button size="small" appearance={look} className={styles['choice']} onClick={onPress}>
      {t(label)}
    </Button>
  );
}

interface Content {
  readonly words: string;
  readonly more?: string;
  readonly first?: readonly ChoiceProps[];
  /** The way back from a slip: elsewhere than what it takes back, so that a second press of that does not. */
  readonly back?: ChoiceProps;
  readonly last?: ChoiceProps;
}

function useContent({ here, dense, name, left, soon, nextAt, announce }: Props): Content {
  const words = useWords();
  const { t, moment, time } = words;
  const { host } = useApp();
  const { meeting, me } = here.shown;
  const slip = !soon && meeting.by === me && here.place.topic === null && isEmptyStart(here.shown);
  const timeLeft = (minutes: number): string =>
    minutes > 0 ? t('meeting.left', { minutes }) : t('meeting.timeIsUp');

  const said = useRef('');
  const news =
    (here.over && t('meeting.theyFinished', { name })) ||
    (here.theyTurned && here.place.at === 'agenda' && t('meeting.atEnd', { name })) ||
    (soon && (left ?? 0) > 0 && t('meeting.soonOver')) ||
    '';
  useEffect(() => {
    if (news && news !== said.current) announce(news);
    said.current = news;
  }, [news, announce]);

  if (here.over) {
    return {
      words: t('meeting.theyFinished', { name }),
      last: { label: 'meeting.goOn', onPress: here.goOn },
    };
  }
  if (here.place.at === 'end') {
    return {
      words: '',
      first: [
        { label: 'meeting.finish', look: 'primary', onPress: () => here.finish(nextAt()) },
        { label: 'meeting.resume', look: 'subtle', onPress: here.resume },
      ],
    };
  }
  if (here.finished !== null && meeting.state === 'planned') {
    return {
      words: t('meeting.finished', { number: here.finished }),
      more: t('meeting.after', {
        place: host.context.place.kind,
        checkIn: String(here.shown.checkIn !== null),
      }),
      last: { label: 'dismiss', look: 'subtle', onPress: here.dismiss },
    };
  }
  if (meeting.state === 'planned') {
    const above = !dense && togetherSince(here.shown) !== null;
    const theirs = above ? null : sayTheirTime(words, here.shown, name, true);
    const say = theirs ? (at: string) => sayBriefly(words, at) : moment;
    return {
      ...(theirs ? { more: theirs } : {}),
      words:
        !above && meeting.plannedAt ? t('meeting.planned', { when: say(meeting.plannedAt) }) : '',
      first: [{ label: 'meeting.start', onPress: here.start }],
    };
  }
  const until = meeting.endsAt ? t('meeting.until', { time: time(meeting.endsAt) }) : '';
  const clock = soon ? timeLeft(left ?? 0) : until;
  if (meeting.state === 'wrappingUp') {
    return {
      words: here.theyTurned ? t('meeting.atEnd', { name }) : t('meeting.youAtEnd'),
      last: { label: 'meeting.goThere', onPress: here.goToEnd },
    };
  }
  return {
    words: clock,
    // One prompt, for the one it is for, and none while a topic is open (PRACTICE A7, A9).
    ...(soon && me === 'manager' && here.place.topic === null ? { more: t('meeting.ask') } : {}),
    ...(slip
      ? {
          back: {
            label: 'meeting.cancelStart',
            look: 'subtle',
            onPress: () => here.store.send({ type: 'cancelStart', number: meeting.number }),
          },
        }
      : {}),
    last: { label: 'meeting.wrapUp', look: 'subtle', onPress: here.wrapUp },
  };
}
