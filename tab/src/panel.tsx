import { NoChat } from './screens/NoChat';
import { openPage } from './screens/openPage';
import { Panel } from './screens/Panel';

void openPage((place) =>
  place.kind === 'personal' ? <NoChat /> : <Panel chatId={place.chatId} />,
);
