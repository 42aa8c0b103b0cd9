import { LINES_PER_PART } from '@rapport/domain/goal';
import type { GoalLine, GoalPart } from '@rapport/domain/goal.schema';
import { LINE_LENGTH } from '@rapport/domain/limits';
import { useEffect, useId, useRef, useState } from 'react';
import { useKeptWords } from '../feedback/useKeptWords';
import { RemovedLine } from '../meeting/OwnLine';
import { Button } from '../parts/Button';
import { AddIcon } from '../parts/moreIcons';
import { LineBox } from '../parts/LineBox';
import { Named, useNamed } from '../parts/Named';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useSameId } from '../parts/useSameId';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { GoalParts } from './goalParts';
import styles from './goals.module.css';
import { PROMPTS } from './labels';
import { PartLine } from './PartLine';

interface Props extends GoalParts {
  readonly part: GoalPart;
  readonly title: string;
  /** Instead of taking back the one line. */
  readonly onRemove?: (line: GoalLine) => Promise<void>;
}

/** One part of a goal in the words of both; without any, what helps to find them. */
export function PartLines({ part, title, onRemove, ...rest }: Props) {
  const { goal, changes, view, fixed, announce } = rest;
  const { t } = useWords();
  const kept = useKeptWords(`goal/${view.id}/${goal.id}/${part}`);
  const { busy, refusal, run } = useTask();
  const [writing, setWriting] = useState(false);
  const ids = useSameId();
  const [removed, setRemoved] = useState<GoalLine | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  const titleId = useId();
  const lines = goal.lines.filter((line) => line.part === part);
  const open = writing || kept.words !== '';
  const notes = part === 'progress';
  const mine = lines.some(({ by }) => by === view.me);
  const prompt = lines.length === 0 || notes ? t(PROMPTS[part]) : t('goals.addYours');
  const label = t('goals.write', { part: title, prompt });
  const named = useNamed(label);
  const more = !fixed && lines.length < LINES_PER_PART && (notes || !mine);
  useEffect(() => {
    if (writing) box.current?.focus();
    else if (was.current) opener.current?.focus();
    was.current = writing;
  }, [writing]);

  const add = async () => {
    const words = kept.words.trim();
    if (!words || busy) return box.current?.focus();
    if (!(await run(() => changes.add(ids.idFor(words), part, words)))) return undefined;
    ids.sent(words);
    kept.write('');
    setWriting(false);
    announce(t('said.added'));
    return undefined;
  };
  const stop = () => {
    kept.write('');
    setWriting(false);
  };
  const remove = async (line: GoalLine) => {
    if (!(await run(() => (onRemove ?? changes.remove)(line)))) return;
    if (!onRemove) setRemoved(line);
    announce(t('topic.removed'));
  };
  const back = async (line: GoalLine) => {
    if (await run(() => changes.restore(line))) setRemoved(null);
  };
  return (
    <section aria-labelledby={titleId} className={styles['part']}>
      <h3 id={titleId} className={styles['title']}>
        {title}
      </h3>
      <ul className={styles['lines']}>
        {lines.map((line) => (
          <PartLine
            key={line.id}
            {...rest}
            line={line}
            busy={busy}
            run={run}
            onRemove={() => void remove(line)}
          />
        ))}
        {removed && !lines.some(({ id }) => id === removed.id) ? (
          <Named words={removed.text}>
            <RemovedLine onUndo={() => void back(removed)} />
          </Named>
        ) : null}
      </ul>
      {(more || notes) && !fixed && open ? (
        <form
          className={text['tight']}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <p className={text['quiet']}>{t(PROMPTS[part])}</p>
          <LineBox
            ref={box}
            label={title}
            maxLength={LINE_LENGTH}
            value={kept.words}
            onChange={kept.write}
            onEnter={() => void add()}
            onEscape={stop}
          />
          <div className={text['row']}>
            <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
              {t('save')}
            </Button>
            <Button size="small" onClick={stop}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      ) : null}
      {(more || notes) && !fixed && !open ? (
        <button
          ref={opener}
          type="button"
          className={styles['prompt']}
          aria-label={label}
          {...named}
          onClick={() => setWriting(true)}
        >
          <AddIcon />
          <span>{prompt}</span>
        </button>
      ) : null}
      {refusal ? <Problem refusal={refusal} /> : null}
    </section>
  );
}
