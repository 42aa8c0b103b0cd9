import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { server } from '../model/server';
import { shortDay } from '../model/times';
import { usePolled } from '../model/usePolled';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { text } from '../text';
import { useWindow } from './inWindow';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: '8px 16px', flex: 1, overflowY: 'auto' },
  task: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '12px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  circle: {
    flexShrink: 0,
    width: '16px',
    height: '16px',
    marginTop: '2px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: '50%',
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The person's To Do, as far as this machine has one: what was copied there. */
export function ToDoView() {
  const styles = useStyles();
  const { me } = useWindow();
  const read = useCallback(() => server.tasks(me.key), [me.key]);
  const tasks = usePolled(read, me.key).value ?? [];
  if (tasks.length === 0) {
    return (
      <Empty icon={<Icon name="check" size={40} />} title={text.noTasks} hint={text.noTasksHint} />
    );
  }
  return (
    <ul className={styles.list} aria-label={text.todo}>
      {tasks.map(({ id, title, dueDateTime, linkedResources }) => {
        const about = [
          ...(dueDateTime ? [text.dueOn(shortDay(dueDateTime.dateTime))] : []),
          ...linkedResources.map(({ applicationName = '' }) => text.fromApp(applicationName)),
        ];
        return (
          <li key={id} className={styles.task}>
            <span className={styles.circle} aria-hidden="true" />
            <span className={styles.words}>
              <span dir="auto">{title}</span>
              <span className={styles.small}>{about.join(' · ')}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
