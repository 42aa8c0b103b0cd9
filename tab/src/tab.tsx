import { Skeleton } from './parts/Skeleton';
import { Chat } from './screens/Chat';
import { openPage } from './screens/openPage';
import { Personal } from './screens/Personal';

void openPage((place) => {
  if (place.kind === 'personal') return <Personal />;
  if (place.kind === 'chat') return <Chat chatId={place.chatId} />;
  // A chat has one tab for all its places, and one of them is beside a meeting.
  window.location.replace('/panel');
  return <Skeleton />;
});
