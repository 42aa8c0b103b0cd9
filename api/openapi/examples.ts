/** What is sent and answered, once, as it could be: Maya and Ravi between two of their meetings. */
export interface Example {
  readonly body?: unknown;
  readonly answer?: unknown;
}

const ID = {
  series: '0b9e1c52-6a0b-4a53-9a1e-5a7c2f0f3d11',
  line: '5f0c1a8e-2d43-4b7a-8f55-0d7f6c1be902',
  other: 'c4a7d9b0-93d1-4f6e-b0a5-6d8e2b7f4413',
  version: '9d2f7e36-1c58-4d0b-a3e4-7b6c5d8f9a24',
} as const;
const NEXT = '2026-03-16T10:00:00.000Z';

const id = ID.line;
const { version } = ID;
const written = { version: 8, on: 7 };
const write = (body: unknown): Example => ({ body, answer: written });
const removal = write({ version });
/** A press that says it all by its address. */
const press = write({});

/** The four steps of a line, as they are sent to `addTopic` and its like. */
const lines = (noun: string, text: string, more: object = {}): Record<string, Example> => ({
  [`add${noun}`]: write({ id, text, ...more }),
  [`edit${noun}`]: write({ text: `${text} (by Friday)`, version }),
  [`remove${noun}`]: removal,
  [`restore${noun}`]: write({ text, ...more }),
});

const promise = { text: 'Ask the data team for access', owner: 'manager', due: '2026-03-20' };
const praise = {
  text: 'In the demo you let the new colleague answer. That gave her the room she needed.',
  kind: 'praise',
};
const dispute = { version, text: 'I remember the other order.', stands: true };
const topicText = 'The demo on Thursday';
const noteText = 'We show it to support first.';
const broughtAlong = {
  part: 0,
  of: 1,
  meetings: [
    {
      state: 'imported',
      heldOn: '2025-11-05',
      title: null,
      lines: [{ kind: 'note', text: 'Ravi would like to lead a project.', depth: 0 }],
    },
  ],
};

const agenda: Record<string, Example> = {
  ...lines('Topic', topicText),
  ...lines('PrivateTopic', topicText),
  addTopic: write({ id, text: topicText, question: null }),
  addPrivateTopic: write({ id, text: topicText, question: null }),
  moveTopic: write({ after: ID.other }),
  movePrivateTopic: write({ after: null }),
  shareTopic: press,
  discussTopic: write({ discussed: true }),
  keepTopic: write({ kept: true }),
  markTopic: write({ level: 'strategic' }),
  ...lines('Note', noteText, { topic: ID.other }),
  ...lines('PrivateNote', noteText, { topic: null }),
  shareNote: press,
  disputeNote: write(dispute),
  addAction: write({ id, ...promise }),
  editAction: write({ ...promise, version }),
  removeAction: removal,
  restoreAction: write(promise),
  assignAction: write({ owner: 'report' }),
  finishAction: write({ done: true }),
  disputeAction: write({ ...dispute, text: null, stands: false }),
  ...lines('Question', 'What would you stop doing?'),
  hideQuestion: write({ question: 'proud.1', hidden: true }),
  ...lines('Wish', 'How I ran the demo'),
};
delete agenda['editWish'];

const meetings: Record<string, Example> = {
  prepareMeeting: write({ number: 3, hand: 'wait' }),
  startMeeting: write({ number: 3, endsAt: '2026-03-02T10:30:00.000Z' }),
  cancelStart: write({ number: 3 }),
  openTopic: write({ number: 3, topic: ID.other }),
  wrapUp: write({ number: 3 }),
  resumeMeeting: write({ number: 3 }),
  finishMeeting: write({ number: 3, nextAt: NEXT }),
  planMeeting: write({ number: 4, from: null, to: NEXT, skip: false, offset: 60 }),
  pauseSeries: write({ until: '2026-04-06T00:00:00.000Z' }),
  endPause: write({ at: '2026-03-02T10:31:00.000Z' }),
  setRetention: write({ months: 12 }),
  removePastNote: { body: { version }, answer: {} },
  restorePastNote: { body: { text: 'Ask how the move went.' }, answer: {} },
  addCheckIn: { body: { meeting: 3, worth: 4, heard: 5, share: 65 } },
  keepTalkShare: { body: { meeting: 3, share: 63 } },
  dropTalkShare: { body: { meeting: 3 } },
};

const feedback: Record<string, Example> = {
  addPrivateFeedback: write({ id, ...praise }),
  editPrivateFeedback: write({ ...praise, version }),
  removePrivateFeedback: removal,
  restorePrivateFeedback: write(praise),
  giveFeedback: write({ delivery: { how: 'bring' } }),
  keepFeedback: press,
  sayFeedback: write({ said: true }),
  deferFeedback: write({ together: true }),
  openFeedback: press,
  answerFeedback: write({ kind: 'question', words: 'When did you notice it?' }),
  replyToAnswer: write({ text: 'At the second question from support.' }),
  closeFeedback: press,
  takeFeedbackBack: press,
  retainFeedback: { body: { retained: true }, answer: {} },
};

const goal = { text: 'Lead a demo for customers by the summer' };

const growing: Record<string, Example> = {
  addGoal: write({ id, owner: 'report', ...goal }),
  changeGoal: write({ state: 'agreed', due: '2026-06-30' }),
  addGoalLine: write({ id, part: 'measurable', text: 'Two demos, each with a customer.' }),
  editGoalLine: write({ ...goal, version }),
  removeGoalLine: removal,
  restoreGoalLine: write({ part: 'sentence', ...goal }),
  disputeGoalLine: write(dispute),
  shapeSeries: write({ rhythm: 'weekly', format: 'structured' }),
  answerSubject: write({ text: 'Quiet mornings, and questions in writing.' }),
  addValue: write({ id, text: 'Candour' }),
  editValue: write({ text: 'Candour, kindly', version }),
  removeValue: removal,
};

const beginning: Record<string, Example> = {
  getHealth: { answer: { status: 'ok' } },
  startSeries: {
    body: {
      id: ID.series,
      report: { oid: ID.other, name: 'Ravi' },
      rhythm: 'biweekly',
      minutes: 30,
      introduction: 'I would like us to have half an hour that is yours.',
      agree: true,
    },
    answer: { version: 1 },
  },
  acceptInvitation: write({ terms: 1, agree: true }),
  renewInvitation: press,
  answerJoinRequest: write({ confirm: true }),
  agreeToTerms: write({ terms: 1 }),
  postponeTerms: write({ terms: 1 }),
  allowCommonConcern: write({ on: true }),
  bindChat: write({ chatId: '19:meeting_ZXhhbXBsZQ@thread.v2' }),
  leaveSeries: press,
  findChat: {
    body: { chatId: '19:meeting_ZXhhbXBsZQ@thread.v2' },
    answer: { state: 'series', series: ID.series },
  },
  askToJoin: { body: { chatId: '19:meeting_ZXhhbXBsZQ@thread.v2' } },
  saveIntroduction: {
    body: { introduction: 'I would like us to have half an hour that is yours.' },
    answer: { introduction: 'I would like us to have half an hour that is yours.' },
  },
  saveAgenda: { body: { name: 'Before a release', lines: [{ text: topicText, question: null }] } },
  noteDevice: { body: { app: 'teams', system: 'mac', browser: 'edge' } },
  saveReminders: {
    body: {
      remindMe: {
        off: ['gap'],
        zone: 'Europe/Berlin',
        quiet: { from: '18:00', to: '08:00' },
        daysOff: [6, 7],
      },
    },
  },
};

const beyond: Record<string, Example> = {
  addLedgerEntry: write({
    type: 'matter',
    id,
    about: 'Moving to the platform team',
    disclosure: ID.other,
    audience: 'Lena, who leads the platform team',
    wording: 'Ravi would like to work on the platform from the summer on.',
  }),
  changeLedgerEntry: write({
    step: 'answer',
    disclosure: ID.other,
    kind: 'reworded',
    wording: 'Ravi is curious about the platform team.',
    close: false,
  }),
  exportSeries: { body: { includePrivate: false } },
  addImport: write(broughtAlong),
  addPrivateImport: write(broughtAlong),
  saveConcern: {
    body: {
      wording: 'that meetings begin before school does',
      audience: 'The heads of department',
      marks: [{ series: ID.series, topic: id, meeting: 3 }],
    },
  },
  nameSuccessor: write({
    id,
    kind: 'standIn',
    person: { oid: ID.other, name: 'Aiko' },
    until: '2026-05-01T00:00:00.000Z',
  }),
  offerLine: write({
    id,
    noun: 'goal',
    line: ID.other,
    version,
    meeting: null,
    goal: { versions: [ID.series], due: '2026-06-30' },
  }),
  extendStandIn: write({ until: '2026-06-01T00:00:00.000Z' }),
};

/** Of what is sent, and of what is answered to it in a word or two; by the name of the route. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  ...agenda,
  ...meetings,
  ...feedback,
  ...growing,
  ...beginning,
  ...beyond,
};
