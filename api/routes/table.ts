import type { Route } from '../route';
import { chatRoutes } from './chats';
import { aboutRoutes } from './about';
import { homeRoutes } from './home';
import { invitationRoutes } from './invitations';
import { nudgeRoutes } from './nudge';
import { seriesRoutes } from './series';
import { topicRoutes } from './topics';

const described: readonly Route[] = [
  ...homeRoutes,
  ...seriesRoutes,
  ...topicRoutes,
  ...invitationRoutes,
  ...chatRoutes,
  ...nudgeRoutes,
];

/** Every address of the api: what the Functions app, the local server and the description are made of. */
export const routes: readonly Route[] = [...described, ...aboutRoutes(described)];
