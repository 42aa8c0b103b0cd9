import { Button } from '../parts/Button';
import type { Topic } from '@rapport/domain/topic';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { CheckIcon, FoldIcon, TalkIcon } from '../parts/icons';
import text from '../parts/text.module.css';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import styles from './TopicTalk.module.css';

/** A topic of the agenda in its meeting. */
export interface Talk {
  /** Unfolded on this device. */
  readonly open: boolean;
  /** Another one is. */
  readonly dimmed: boolean;
  /** Who else is at it, e.g. "Maya is here", or null. */
  readonly here: string | null;
  readonly onToggle: () => void;
  /** What unfolds. */
  readonly content: ReactNode;
  /** What its author can say about it before the meeting, among the actions of its row. */
  readonly more: ReactNode;
  /** The question whether it is still wanted, where it is asked. */
  readonly asks: ReactNode;
}

interface Props {
  readonly topic: Topic;
  readonly talk: Talk;
  readonly button: RefObject<HTMLButtonElement>;
}

/** Opens a topic to talk about it, and folds it again at the same place. */
export function TalkButton({ topic, talk, button }: Props) {
  const { t } = useWords();
  const done = topic.discussedAt !== null;
  const { open } = talk;
  const was = useRef(open);
  useEffect(() => {
    // What folded had the focus: it stays in the row.
    const lost = was.current && !open && document.activeElement === document.body;
    if (lost) button.current?.focus({ preventScroll: true });
    was.current = open;
  }, [open, button]);
  const icon = done ? <CheckIcon /> : <TalkIcon />;
  return (
    <Button
      ref={button}
      size="small"
      appearance="subtle"
      className={styles['button']}
      icon={talk.open ? <FoldIcon /> : icon}
      title={t('talk.open')}
      aria-label={t('talk.about', { topic: brief(topic.text) })}
      aria-expanded={talk.open}
      onClick={talk.onToggle}
    />
  );
}

const LEVELS = { strategic: 'level.strategic', tactical: 'level.tactical' } as const;

/** What a row says besides its words; none of it takes a place that was not there before. */
export function TopicMarks({ topic, talk }: Pick<Props, 'topic' | 'talk'>) {
  const { t } = useWords();
  const level = topic.level ? t(LEVELS[topic.level]) : '';
  const carried = topic.carried > 0 ? t('topic.carried', { count: topic.carried }) : '';
  const marks = [level, carried].filter(Boolean).join(' · ');
  return (
    <>
      {talk.here ? <span className={styles['here']}>{talk.here}</span> : null}
      {topic.discussedAt ? <span className={text['hidden']}>{t('talk.discussed')}</span> : null}
      {talk.asks ?? (marks ? <span className={styles['carried']}>{marks}</span> : null)}
      {talk.content ? <div className={styles['content']}>{talk.content}</div> : null}
    </>
  );
}
