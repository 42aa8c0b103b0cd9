import * as aboutUs from '@rapport/domain/aboutUs.schema';
import * as action from '@rapport/domain/action.schema';
import * as checkIn from '@rapport/domain/checkIn.schema';
import * as concern from '@rapport/domain/concern.schema';
import * as device from '@rapport/domain/device.schema';
import * as exported from '@rapport/domain/export.schema';
import * as feedback from '@rapport/domain/feedback.schema';
import * as goal from '@rapport/domain/goal.schema';
import * as hand from '@rapport/domain/hand.schema';
import * as imported from '@rapport/domain/imported.schema';
import * as ledger from '@rapport/domain/ledger.schema';
import * as line from '@rapport/domain/line.schema';
import * as meeting from '@rapport/domain/meeting.schema';
import * as needs from '@rapport/domain/needs.schema';
import * as note from '@rapport/domain/note.schema';
import * as ownAgenda from '@rapport/domain/ownAgenda.schema';
import * as pastWords from '@rapport/domain/pastWords.schema';
import * as person from '@rapport/domain/person.schema';
import * as pictures from '@rapport/domain/pictures.schema';
import * as question from '@rapport/domain/question.schema';
import * as reminder from '@rapport/domain/reminder.schema';
import * as retention from '@rapport/domain/retention.schema';
import * as revision from '@rapport/domain/revision.schema';
import * as rhythm from '@rapport/domain/rhythm.schema';
import * as series from '@rapport/domain/series.schema';
import * as shape from '@rapport/domain/shape.schema';
import * as subject from '@rapport/domain/subject.schema';
import * as succession from '@rapport/domain/succession.schema';
import * as support from '@rapport/domain/support.schema';
import * as talkShare from '@rapport/domain/talkShare.schema';
import * as text from '@rapport/domain/text.schema';
import * as topic from '@rapport/domain/topic.schema';
import * as trust from '@rapport/domain/trust.schema';
import * as wish from '@rapport/domain/wish.schema';
import * as shared from '../routes/shared';

/** Every file of schemas, by its name: what it exports is called in the description as it is in the code. */
export const SCHEMA_FILES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aboutUs,
  action,
  checkIn,
  concern,
  device,
  exported,
  feedback,
  goal,
  hand,
  imported,
  ledger,
  line,
  meeting,
  needs,
  note,
  ownAgenda,
  pastWords,
  person,
  pictures,
  question,
  reminder,
  retention,
  revision,
  rhythm,
  series,
  shape,
  subject,
  succession,
  support,
  talkShare,
  text,
  topic,
  trust,
  wish,
  shared,
};
