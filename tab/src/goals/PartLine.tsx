import type { GoalLine } from '@rapport/domain/goal.schema';
import { useState } from 'react';
import { Differs } from '../differ/Differs';
import { DifferForm } from '../differ/DifferForm';
import { Earlier } from '../differ/Earlier';
import { OwnLine } from '../meeting/OwnLine';
import { Button } from '../parts/Button';
import { DifferIcon, RemoveIcon } from '../parts/moreIcons';
import type { Task } from '../parts/useTask';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import type { GoalParts } from './goalParts';
import styles from './goals.module.css';

interface Props extends GoalParts {
  readonly line: GoalLine;
  readonly busy: boolean;
  readonly run: Task['run'];
  readonly onRemove: () => void;
}

/** One line of a goal: its author changes it, the other one may see it differently (PRACTICE E2). */
export function PartLine({ view, name, changes, fixed, announce, line, busy, run, ...on }: Props) {
  const { t, date } = useWords();
  const [writing, setWriting] = useState(false);
  const mine = line.by === view.me;
  const who = mine ? t('note.yours') : (name ?? '');
  const both = name ? t('who.youAnd', { name }) : t('who.youAndWhoJoins');
  const say = async (words: string | null, stands: boolean) => {
    if (busy || !(await run(() => changes.dispute(line, words, stands)))) return;
    setWriting(false);
    announce(t(stands ? 'differ.said' : 'differ.withdrawn'));
  };
  const edit = async (words: string, version: string) => {
    if (await run(() => changes.edit(line.id, version, words))) announce(t('said.edited'));
  };
  return (
    <OwnLine
      line={line}
      mine={mine && !fixed}
      editLabel={t('goals.edit')}
      about={t('feedback.byOn', { name: who, date: date(line.at) })}
      onEdit={(words, version) => void edit(words, version)}
      onRemove={on.onRemove}
      more={
        mine || fixed ? null : (
          <Button
            size="small"
            appearance="subtle"
            className={styles['icon']}
            icon={<DifferIcon />}
            title={t('differ.say')}
            aria-label={t('differ.sayAbout', { words: brief(line.text) })}
            aria-expanded={writing}
            onClick={() => setWriting(!writing)}
          />
        )
      }
    >
      <Earlier line={line} />
      {writing ? (
        <DifferForm
          words={line.dispute?.text ?? ''}
          both={both}
          line={line.text}
          onSay={(words) => void say(words, true)}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <Differs line={line} mine={!mine} name={name ?? ''}>
          {mine || fixed ? null : (
            <Button
              size="small"
              appearance="subtle"
              className={styles['icon']}
              icon={<RemoveIcon />}
              title={t('differ.withdraw')}
              aria-label={t('differ.withdrawAbout', { words: brief(line.text) })}
              onClick={() => void say(null, false)}
            />
          )}
        </Differs>
      )}
    </OwnLine>
  );
}
