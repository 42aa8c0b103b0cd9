import { sentenceOf } from '@rapport/domain/goal';
import { LINE_LENGTH } from '@rapport/domain/limits';
import { useMemo, useRef, useState } from 'react';
import { PromiseForm } from '../meeting/PromiseForm';
import type { Session } from '../meeting/session';
import { Button } from '../parts/Button';
import { TalkIcon } from '../parts/icons';
import { AddIcon } from '../parts/moreIcons';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import type { GoalParts } from './goalParts';

/** A goal becomes a topic of the next 1:1 in one press, and a promise can come out of it (PRACTICE C2, A6). */
export function GoalNext({ view, name, goal, announce }: GoalParts) {
  const { t } = useWords();
  const { client } = useApp();
  const store = useMemo(() => client.series(view.id), [client, view.id]);
  const [promising, setPromising] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const sentence = sentenceOf(goal.lines)?.text ?? '';
  const topic = t('goals.topicWords', { goal: sentence }).slice(0, LINE_LENGTH).trim();
  const stands = view.topics.some((one) => one.text === topic && one.discussedAt === null);
  const both = name ? t('who.youAnd', { name }) : t('who.youAndWhoJoins');
  const session: Session = {
    view,
    name: name ?? '',
    both,
    undoes: null,
    undo: () => store.undo(),
    store,
    announce,
    send(command, said) {
      store.send(command);
      announce(t(said));
    },
  };
  const talk = () => {
    if (stands) return;
    const id = crypto.randomUUID();
    session.send({ type: 'addTopic', page: 'shared', id, text: topic }, 'goals.onAgenda');
  };
  return (
    <div className={text['tight']}>
      <div className={text['row']}>
        <Button
          size="small"
          icon={<TalkIcon />}
          disabledFocusable={stands || sentence === ''}
          onClick={talk}
        >
          {t(stands ? 'goals.onAgenda' : 'goals.toAgenda')}
        </Button>
        <Button
          ref={opener}
          size="small"
          icon={<AddIcon />}
          aria-expanded={promising}
          onClick={() => setPromising(!promising)}
        >
          {t('promise.add')}
        </Button>
      </div>
      {promising ? (
        <PromiseForm
          session={session}
          owner={goal.owner}
          onDone={() => {
            setPromising(false);
            opener.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}
