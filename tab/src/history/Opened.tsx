import type { Role } from '@rapport/domain/person';
import { useEffect, useRef } from 'react';
import { Exchange } from '../feedback/Exchange';
import { BackIcon } from '../parts/moreIcons';
import { Button } from '../parts/Button';
import { PastMeeting, type Props as PastMeetingProps } from '../screens/PastMeeting';
import { folded } from '../sections/folded';
import { useWords } from '../words/useWords';
import styles from './history.module.css';
import type { PastProps } from './pastProps';
import type { FoundLine } from './searching';

/** What is opened, and whose words led there; null: nobody's in particular. */
export interface Found extends Pick<FoundLine, 'where' | 'at'> {
  readonly by: Role | null;
}

interface Props extends PastProps, Pick<PastMeetingProps, 'onChanged'> {
  readonly found: Found;
  /** Whether it was found; else a link led here. */
  readonly looking: boolean;
  readonly onBack: () => void;
}

const GoalFound = folded(() => import('../goals/GoalFound'));
const BroughtFound = folded(() => import('../succession/BroughtFound'));
const ImportedFound = folded(() => import('../importing/ImportedFound'));

const TITLES = {
  goal: 'past.kind.goal',
  feedback: 'past.kind.feedback',
  imported: 'past.kind.imported',
  brought: 'past.kind.brought',
} as const;

/** What was found, where it stands: the whole meeting, the whole goal, or the whole piece of feedback. */
export function Opened({ found, looking, onBack, ...props }: Props) {
  const { t, dated } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { where, at, by } = found;
  return (
    <div className={styles['opened']}>
      <div className={styles['back']}>
        <Button appearance="subtle" size="small" icon={<BackIcon />} onClick={onBack}>
          {t(looking ? 'past.back' : 'past.all')}
        </Button>
      </div>
      <h3 ref={heading} tabIndex={-1} className={styles['title']}>
        {where.of === 'meeting'
          ? t('past.of', { number: where.number, date: dated(at) })
          : t(TITLES[where.of])}
      </h3>
      {where.of === 'meeting' ? (
        <PastMeeting
          {...props}
          number={where.number}
          here={where.line}
          meeting={null}
          until={where.until}
        />
      ) : null}
      {where.of === 'goal' ? (
        <GoalFound view={props.view} name={props.name} goalId={where.id} />
      ) : null}
      {where.of === 'feedback' ? (
        <Exchange
          feedback={where.feedback}
          mine={where.feedback.from === props.me}
          name={props.name}
        />
      ) : null}
      {where.of === 'brought' ? (
        <BroughtFound view={props.view} name={props.name} lineId={where.id} />
      ) : null}
      {where.of === 'imported' && by ? (
        <ImportedFound view={props.view} name={props.name} by={by} place={where} />
      ) : null}
    </div>
  );
}
