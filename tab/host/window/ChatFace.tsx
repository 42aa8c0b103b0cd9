import { makeStyles, tokens } from '@fluentui/react-components';
import { otherOf } from '../model/names';
import type { Chat } from '../model/server';
import { Face } from '../parts/Face';
import { Icon } from '../parts/icons';
import { useWindow } from './inWindow';

const useStyles = makeStyles({
  meeting: {
    display: 'grid',
    placeItems: 'center',
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
});

/** The other one's avatar, or a calendar for a meeting's chat. */
export function ChatFace({ chat }: { readonly chat: Chat }) {
  const styles = useStyles();
  const { me, people } = useWindow();
  const other = otherOf(people, chat.people, me.key);
  if (chat.meeting === null && other) return <Face person={other} />;
  return (
    <span className={styles.meeting}>
      <Icon name="calendar" />
    </span>
  );
}
