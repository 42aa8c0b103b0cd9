import { Button } from './Button';
import type { ReactNode } from 'react';
import { useWords } from '../words/useWords';
import { PeopleIcon } from './icons';
import { DownIcon, EditIcon, RemoveIcon, UpIcon } from './moreIcons';
import { useNamed } from './Named';
import styles from './TopicRow.module.css';

interface Props {
  readonly id: string;
  /** Label of sharing, for the own topics that only their author sees. */
  readonly share: string | null;
  readonly mine: boolean;
  readonly first: boolean;
  readonly last: boolean;
  /** What else can be said about it. */
  readonly more: ReactNode;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onShare: () => void;
  readonly onMove: (step: -1 | 1) => void;
}

/** What can be done with one topic, unfolded under its words. */
export default function TopicActions({ id, share, mine, first, last, more, ...on }: Props) {
  const { t } = useWords();
  const common = { size: 'small', appearance: 'subtle' } as const;
  return (
    <div id={id} className={styles['actions']}>
      {share ? (
        <Button {...common} icon={<PeopleIcon />} onClick={on.onShare}>
          {share}
        </Button>
      ) : null}
      {mine ? (
        <>
          <Button {...common} icon={<EditIcon />} onClick={on.onEdit}>
            {t('topic.edit')}
          </Button>
          <Button {...common} icon={<RemoveIcon />} onClick={on.onRemove}>
            {t('topic.remove')}
          </Button>
        </>
      ) : null}
      <Button
        {...common}
        icon={<UpIcon />}
        {...useNamed(t('topic.up'))}
        aria-keyshortcuts="Alt+ArrowUp"
        disabledFocusable={first}
        onClick={() => on.onMove(-1)}
      >
        <span className={styles['step']}>{t('topic.up')}</span>
      </Button>
      <Button
        {...common}
        icon={<DownIcon />}
        {...useNamed(t('topic.down'))}
        aria-keyshortcuts="Alt+ArrowDown"
        disabledFocusable={last}
        onClick={() => on.onMove(1)}
      >
        <span className={styles['step']}>{t('topic.down')}</span>
      </Button>
      {more}
    </div>
  );
}
