import { Button } from '@fluentui/react-components';
import type { Chat, Meeting } from '../model/server';
import { Empty } from '../parts/Empty';
import { RapportMark } from '../parts/icons';
import { text } from '../text';
import { AppFrame } from './AppFrame';
import { useWindow } from './inWindow';

/** Rapport beside the meeting, or the offer to add it. `chat` is null for somebody who followed a link. */
export function MeetingApp(props: { readonly meeting: Meeting; readonly chat: Chat | null }) {
  const { addApp, view } = useWindow();
  const { chat, meeting } = props;
  if (chat ? chat.rapport : view.visiting?.rapport) {
    return <AppFrame frame="sidePanel" chat={meeting.chat} meeting={meeting} />;
  }
  if (!chat) {
    return <Empty icon={<RapportMark size={48} />} title={text.guest} hint={text.guestCannotAdd} />;
  }
  return (
    <Empty icon={<RapportMark size={48} />} title={text.rapport} hint={text.addToMeetingHint}>
      <Button appearance="primary" onClick={() => void addApp(chat.id)}>
        {text.addToMeeting}
      </Button>
    </Empty>
  );
}
