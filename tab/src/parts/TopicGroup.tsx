import { Button } from './Button';
import type { Topic } from '@rapport/domain/topic';
import { Fragment, useEffect, useId, useRef, type ReactElement } from 'react';
import type { Talk } from '../meeting/TopicTalk';
import { useWords } from '../words/useWords';
import type { Group, Removed } from './groups';
import type { AgendaActions } from './useAgenda';
import type { Edge } from './drag';
import { useHold } from './holdOrder';
import { predecessor, stepTarget } from './moving';
import styles from './TopicGroup.module.css';
import rows from './TopicRow.module.css';
import { TopicRow } from './TopicRow';
import type { Dragging } from './useDragging';
import { useKeepFocus } from './useKeepFocus';

interface Props {
  readonly group: Group;
  readonly icon: ReactElement;
  readonly share: string | null;
  readonly fixed: boolean;
  readonly unsent: ReadonlySet<string>;
  readonly removed: Removed | null;
  readonly actions: AgendaActions;
  readonly dragging: Dragging | null;
  /** What a row shows of the meeting; null where there is none. */
  readonly talk: ((topic: Topic, remove: () => void) => Talk) | null;
}

/** The topics of one raiser, or those that only their author sees, with who can read them. */
export function TopicGroup({ group, icon, removed, actions, ...props }: Props) {
  const { key, page, mine } = group;
  const { shown, take, release } = useHold(group.topics);
  const listElement = useRef<HTMLUListElement>(null);
  useKeepFocus(listElement);
  const headingId = useId();

  const step = (index: number, by: -1 | 1) => {
    const after = stepTarget(shown, index, by);
    const topic = shown[index];
    if (topic && after !== undefined) actions.place(group, topic.id, after, index + by);
  };
  const drop = (movedId: string, overId: string, edge: Edge) => {
    const rest = shown.filter(({ id }) => id !== movedId);
    const after = edge === 'below' ? overId : predecessor(rest, overId);
    if (after !== predecessor(shown, movedId)) {
      const index = after === null ? 0 : rest.findIndex(({ id }) => id === after) + 1;
      actions.place(group, movedId, after, index);
    }
  };
  const ghost = removed?.group === key ? removed : null;
  const ghostAt = ghost ? Math.min(ghost.index, shown.length) : -1;

  return (
    <section aria-labelledby={headingId} className={styles['group']}>
      <div className={styles['heading']}>
        <h2 id={headingId} className={styles['title']}>
          {group.title}
        </h2>
        {group.whoReads ? (
          <p className={styles['who']}>
            {icon}
            <span>{group.whoReads}</span>
          </p>
        ) : null}
      </div>
      {shown.length === 0 && !ghost ? <p className={styles['empty']}>{group.empty}</p> : null}
      <ul ref={listElement} className={styles['list']} hidden={shown.length === 0 && !ghost}>
        {shown.map((topic, index) => (
          <Fragment key={topic.id}>
            {index === ghostAt ? <RemovedLine onUndo={actions.undo} /> : null}
            <TopicRow
              topic={topic}
              talk={props.talk?.(topic, () => actions.remove(group, topic, index)) ?? null}
              group={key}
              mine={mine}
              share={props.share}
              unsent={props.unsent.has(topic.id)}
              first={index === 0}
              last={index === shown.length - 1}
              fixed={props.fixed}
              dragging={props.dragging}
              onEdit={(words, version) => actions.edit(page, topic.id, words, version)}
              onRemove={() => actions.remove(group, topic, index)}
              onShare={() => actions.share(topic.id)}
              onMove={(by) => step(index, by)}
              onPlace={(movedId, edge) => drop(movedId, topic.id, edge)}
              onHold={(held) => (held ? take(topic.id, shown) : release(topic.id))}
            />
          </Fragment>
        ))}
        {ghostAt === shown.length ? <RemovedLine onUndo={actions.undo} /> : null}
      </ul>
    </section>
  );
}

/** Where a topic stood that was just removed. */
function RemovedLine({ onUndo }: { readonly onUndo: () => void }) {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <li className={rows['removed']}>
      <span>{t('topic.removed')}</span>
      <Button ref={button} size="small" appearance="outline" onClick={onUndo}>
        {t('undo')}
      </Button>
    </li>
  );
}
