import { Button } from '@fluentui/react-components';
import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { useCallback, useEffect, useRef } from 'react';
import type { SeriesState, SeriesStore } from '../client/state';
import { useWords } from '../words/useWords';
import { AddBox, type AddBoxHandle } from './AddBox';
import styles from './Agenda.module.css';
import { groupsOf, hasLeft, sayBoth } from './groups';
import { LockIcon, PeopleIcon, UndoIcon } from './icons';
import { Refused } from './Refused';
import { TopicGroup } from './TopicGroup';
import { useAgenda } from './useAgenda';
import { useAnnouncer } from './Announcer';
import { useDragging } from './useDragging';

interface Props {
  readonly store: SeriesStore;
  readonly state: SeriesState;
  readonly view: SeriesView;
}

/** The live agenda of two people, the report's topics first. */
export function Agenda({ store, state, view }: Props) {
  const words = useWords();
  const { t } = words;
  const [region, announce] = useAnnouncer();
  const box = useRef<AddBoxHandle>(null);
  const root = useRef<HTMLDivElement>(null);
  const followed = useRef<string | null>(null);
  const follow = useCallback((id: string) => {
    followed.current = id;
  }, []);
  const { actions, removed } = useAgenda({ store, undo: state.undo, announce, follow });
  const dragging = useDragging();

  useEffect(() => {
    if (!followed.current) return;
    const row = root.current?.querySelector(`[data-topic="${CSS.escape(followed.current)}"]`);
    row?.querySelector<HTMLElement>('[data-more]')?.focus();
    followed.current = null;
  });

  const both = sayBoth(words, otherName(view));
  const ended = hasLeft(view);
  const count = state.unsent.size;
  const offline = state.lasting
    ? t('agenda.offline', { count })
    : t('agenda.offlineOpenPage', { count });
  return (
    <div ref={root} className={styles['agenda']}>
      <AddBox ref={box} both={both} closed={ended} onAdd={actions.add} />
      {ended ? null : (
        <div className={styles['bar']}>
          <p className={styles['state']} role="status">
            {state.offline ? offline : null}
          </p>
          <Button
            size="small"
            appearance="subtle"
            icon={<UndoIcon />}
            className={styles['undo']}
            disabledFocusable={state.undo === null}
            onClick={actions.undo}
          >
            {t('undo')}
          </Button>
        </div>
      )}
      <Refused
        refused={state.refused}
        onCopy={(lost) => box.current?.take(lost)}
        onDismiss={(id) => store.dismiss(id)}
      />
      {groupsOf(words, view, removed).map((group) => (
        <TopicGroup
          key={group.key}
          group={group}
          icon={group.page === 'onlyMe' || ended ? <LockIcon /> : <PeopleIcon />}
          share={group.page === 'onlyMe' && !ended ? t('topic.share', { both }) : null}
          fixed={ended}
          unsent={state.unsent}
          removed={removed}
          actions={actions}
          dragging={dragging}
        />
      ))}
      {region}
    </div>
  );
}
