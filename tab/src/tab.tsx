import { Chat } from './screens/Chat';
import { openPage } from './screens/openPage';
import { Personal } from './screens/Personal';

void openPage((place) =>
  place.kind === 'personal' ? <Personal /> : <Chat chatId={place.chatId} />,
);
