import type { Route } from '../route';
import { agendaRoutes } from './agendas';
import { chatRoutes } from './chats';
import { aboutRoutes } from './about';
import { checkInRoutes } from './checkIns';
import { concernRoutes } from './concerns';
import { noticeRoutes } from './concernNotices';
import { deviceRoutes } from './devices';
import { disputeRoutes } from './disputes';
import { feedbackRoutes } from './feedback';
import { draftRoutes } from './feedbackDrafts';
import { importRoutes } from './imports';
import { historyRoutes } from './history';
import { homeRoutes } from './home';
import { invitationRoutes } from './invitations';
import { nudgeRoutes } from './nudge';
import { seriesRoutes } from './series';
import { lineRoutes } from './lines';
import { aboutUsRoutes } from './aboutUs';
import { actionRoutes } from './actions';
import { exportRoutes } from './export';
import { goalRoutes } from './goals';
import { ledgerRoutes } from './ledger';
import { meetingRoutes } from './meeting';
import { wishRoutes } from './wishes';
import { pastNoteRoutes } from './pastNotes';
import { pictureRoutes } from './pictures';
import { questionRoutes } from './questions';
import { reminderRoutes } from './reminders';
import { rhythmRoutes } from './rhythm';
import { shapeRoutes } from './shape';
import { sharingRoutes } from './sharing';
import { namingRoutes } from './namings';
import { successionRoutes } from './successions';
import { talkShareRoutes } from './talkShare';
import { termsRoutes } from './terms';
import { supportRoutes } from './support';

const described: readonly Route[] = [
  ...homeRoutes,
  ...importRoutes,
  ...deviceRoutes,
  ...reminderRoutes,
  ...agendaRoutes,
  ...seriesRoutes,
  ...termsRoutes,
  ...shapeRoutes,
  ...aboutUsRoutes,
  ...goalRoutes,
  ...lineRoutes,
  ...questionRoutes,
  ...sharingRoutes,
  ...actionRoutes,
  ...disputeRoutes,
  ...meetingRoutes,
  ...rhythmRoutes,
  ...historyRoutes,
  ...pastNoteRoutes,
  ...draftRoutes,
  ...feedbackRoutes,
  ...checkInRoutes,
  ...talkShareRoutes,
  ...pictureRoutes,
  ...invitationRoutes,
  ...chatRoutes,
  ...nudgeRoutes,
  ...supportRoutes,
  ...ledgerRoutes,
  ...exportRoutes,
  ...wishRoutes,
  ...concernRoutes,
  ...noticeRoutes,
  ...successionRoutes,
  ...namingRoutes,
];

/** Every address of the api: what the Functions app, the local server and the description are made of. */
export const routes: readonly Route[] = [...described, ...aboutRoutes(described)];
