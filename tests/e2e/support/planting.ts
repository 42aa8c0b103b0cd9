import { newId } from '@rapport/api/effects/carry';
import { findPerson } from '@rapport/api/local/people';
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { routeNamed, type Asked } from './api';

/** Stands in every planted word: looking for this one finds them all. */
export const MARK = 'qvxplanted';

let count = 0;
/** A new word, so that a finding says which it is. */
export const word = (): string => `${MARK}${(count += 1)}`;

/** One valid request, its words planted. */
export interface Sown {
  readonly person: string;
  readonly route: string;
  readonly asked: Asked;
}

const oidOf = (person: string): string => findPerson(person)?.oid ?? '';
const meeting = (): string => `19:meeting_${word()}@thread.v2`;

/** Ids that are sent; none of them may be in the log. */
export interface Ids {
  readonly series: string;
  readonly open: string;
  readonly topic: string;
  readonly own: string;
  readonly request: string;
}

export const newIds = (): Ids => ({
  series: randomUUID(),
  open: randomUUID(),
  topic: randomUUID(),
  own: randomUUID(),
  request: randomUUID(),
});

/** A story in which every route with a body succeeds at least once, in an order in which it can. */
export function sow({ series, open, topic, own, request }: Ids): readonly Sown[] {
  const story: Sown[] = [];
  const params = { seriesId: series };
  const say = (person: string, route: string, body: object, more: Partial<Asked> = {}): void => {
    const key = more.key ?? randomUUID();
    story.push({ person, route, asked: { params, ...more, key, body } });
  };
  const common = { rhythm: 'weekly', minutes: 30, agree: true };
  const agreed = { terms: 1, agree: true };

  say('maya', 'connectNudge', {});
  say('maya', 'saveIntroduction', { introduction: word() });
  const device = { app: 'teams', system: 'windows', browser: 'edge' };
  say('maya', 'noteDevice', device, { params: { deviceId: randomUUID() } });
  const remindMe = { off: ['gap'], zone: 'Asia/Tokyo', quiet: null, daysOff: [7] };
  say('maya', 'saveReminders', { remindMe });
  const report = { oid: oidOf('ravi'), name: word() };
  say('maya', 'startSeries', { ...common, id: series, report, introduction: word() });
  say('ravi', 'declineInvitation', {});
  say('maya', 'renewInvitation', {});
  say('ravi', 'acceptInvitation', agreed);
  say('ravi', 'agreeToTerms', { terms: 1 });
  say('ravi', 'postponeTerms', { terms: 1 });
  say('ravi', 'allowCommonConcern', { on: true });
  say('maya', 'shapeSeries', {
    rhythm: 'weekly',
    minutes: 45,
    format: 'structured',
    labels: 'mentor',
    introduction: word(),
  });
  say('maya', 'answerSubject', { text: word() }, { params: { ...params, subject: 'like' } });
  const [value, valued, revalued] = [randomUUID(), randomUUID(), randomUUID()];
  const onValue = { params: { ...params, lineId: value } };
  say('ravi', 'addValue', { id: value, text: word() }, { key: valued });
  say('ravi', 'editValue', { text: word(), version: valued }, { ...onValue, key: revalued });
  say('ravi', 'removeValue', { version: revalued }, onValue);
  const [goal, lined, relined] = [randomUUID(), randomUUID(), randomUUID()];
  const onGoal = { params: { ...params, goalId: goal } };
  say('ravi', 'addGoal', { id: goal, text: word(), owner: 'report' });
  say('maya', 'changeGoal', { state: 'agreed', owner: 'report', due: '2026-06-30' }, onGoal);
  const part = randomUUID();
  const onPart = { params: { ...onGoal.params, lineId: part } };
  const said = { id: part, part: 'specific', text: word() };
  say('ravi', 'addGoalLine', said, { ...onGoal, key: lined });
  say('ravi', 'editGoalLine', { text: word(), version: lined }, { ...onPart, key: relined });
  const differs = { version: relined, text: word(), stands: true };
  say('maya', 'disputeGoalLine', differs, onPart);
  say('ravi', 'removeGoalLine', { version: relined }, onPart);
  say('ravi', 'restoreGoalLine', { part: 'specific', text: word() }, onPart);
  const waiting = randomUUID();
  say('ravi', 'addPrivateNote', { id: waiting, text: word(), topic: null, draft: true });
  say('ravi', 'shareNote', {}, { params: { ...params, lineId: waiting } });
  for (const [noun, id] of [
    ['Topic', topic],
    ['PrivateTopic', own],
  ] as const) {
    const [added, edited] = [randomUUID(), randomUUID()];
    const at = { params: { ...params, lineId: id } };
    say('ravi', `add${noun}`, { id, text: word() }, { key: added });
    say('ravi', `edit${noun}`, { text: word(), version: added }, { ...at, key: edited });
    say('ravi', `move${noun}`, { after: null }, at);
    say('ravi', `remove${noun}`, { version: edited }, at);
    say('ravi', `restore${noun}`, { text: word() }, at);
  }
  say('ravi', 'addPrivateTopic', { id: randomUUID(), text: word() });
  for (const noun of ['Note', 'PrivateNote', 'Action'] as const) {
    const [id, added, edited] = [randomUUID(), randomUUID(), randomUUID()];
    const restored = randomUUID();
    const at = { params: { ...params, lineId: id } };
    const rest = noun === 'Action' ? { owner: 'report', due: '2026-05-01' } : {};
    const place = noun === 'Action' ? {} : { topic };
    say('ravi', `add${noun}`, { id, text: word(), ...rest, ...place }, { key: added });
    say('ravi', `edit${noun}`, { text: word(), version: added, ...rest }, { ...at, key: edited });
    say('ravi', `remove${noun}`, { version: edited }, at);
    const back = { text: word(), ...rest, ...place };
    say('ravi', `restore${noun}`, back, { ...at, key: restored });
    const about = { version: restored, text: word(), stands: true };
    if (noun !== 'PrivateNote') say('maya', `dispute${noun}`, about, at);
    if (noun === 'Action') say('maya', 'assignAction', { owner: 'manager' }, at);
    if (noun === 'Action') say('maya', 'finishAction', { done: true }, at);
  }
  const [question, asked, reasked] = [randomUUID(), randomUUID(), randomUUID()];
  const theQuestion = { params: { ...params, lineId: question } };
  say('ravi', 'addQuestion', { id: question, text: word() }, { key: asked });
  const reworded = { text: word(), version: asked };
  say('ravi', 'editQuestion', reworded, { ...theQuestion, key: reasked });
  say('ravi', 'removeQuestion', { version: reasked }, theQuestion);
  say('ravi', 'restoreQuestion', { text: word() }, theQuestion);
  say('maya', 'hideQuestion', { question: 'proud.1', hidden: true });
  say('ravi', 'keepTopic', { kept: true }, { params: { ...params, lineId: topic } });
  const ownAgenda = { params: { agendaId: randomUUID() } };
  const lines = [{ text: word(), question: 'proud.2' }];
  say('ravi', 'saveAgenda', { name: word(), lines }, ownAgenda);
  say('ravi', 'removeAgenda', {}, { params: { agendaId: randomUUID() } });
  const [feedback, drafted, redrafted] = [randomUUID(), randomUUID(), randomUUID()];
  const kind = 'praise';
  const itsOwn = { params: { ...params, lineId: feedback } };
  say('maya', 'addPrivateFeedback', { id: feedback, text: word(), kind }, { key: drafted });
  const edit = { text: word(), kind, version: drafted };
  say('maya', 'editPrivateFeedback', edit, { ...itsOwn, key: redrafted });
  say('maya', 'removePrivateFeedback', { version: redrafted }, itsOwn);
  say('maya', 'restorePrivateFeedback', { text: word(), kind }, itsOwn);
  say('maya', 'giveFeedback', { delivery: { how: 'bring' } }, itsOwn);
  say('maya', 'sayFeedback', { said: true }, itsOwn);
  say('maya', 'keepFeedback', {}, itsOwn);
  const now = new Date().toISOString();
  say('maya', 'giveFeedback', { delivery: { how: 'send', at: now } }, itsOwn);
  say('ravi', 'deferFeedback', { together: true }, itsOwn);
  say('ravi', 'openFeedback', {}, itsOwn);
  say('ravi', 'answerFeedback', { kind: 'seeDifferently', words: word() }, itsOwn);
  say('maya', 'replyToAnswer', { text: word() }, itsOwn);
  say('ravi', 'closeFeedback', {}, itsOwn);
  const back = randomUUID();
  say('maya', 'addPrivateFeedback', { id: back, text: word(), kind });
  const again = { params: { ...params, lineId: back } };
  say('maya', 'giveFeedback', { delivery: { how: 'send', at: now } }, again);
  say('maya', 'takeFeedbackBack', {}, again);
  const hard = { params: { ...params, lineId: randomUUID() } };
  const { lineId: hardOne } = hard.params;
  say('maya', 'addPrivateFeedback', { id: hardOne, text: word(), kind: 'criticism' });
  say('maya', 'giveFeedback', { delivery: { how: 'send', at: now } }, hard);
  say('ravi', 'openFeedback', {}, hard);
  say('ravi', 'answerFeedback', { kind: 'thanks', words: null }, hard);
  say('ravi', 'closeFeedback', {}, hard);
  say('ravi', 'retainFeedback', { retained: true }, hard);
  say('maya', 'setRetention', { months: 36 });
  const [wish, wished] = [randomUUID(), randomUUID()];
  const ofWish = { params: { ...params, lineId: wish } };
  say('ravi', 'addWish', { id: wish, text: word() }, { key: wished });
  say('ravi', 'removeWish', { version: wished }, ofWish);
  say('ravi', 'restoreWish', { text: word() }, ofWish);
  const [matter, disclosure, safety] = [randomUUID(), randomUUID(), randomUUID()];
  const ofEntry = (lineId: string) => ({ params: { ...params, lineId } });
  say('maya', 'addLedgerEntry', {
    type: 'matter',
    id: matter,
    disclosure,
    about: word(),
    audience: word(),
    wording: word(),
  });
  const no = { step: 'answer', disclosure, kind: 'no', wording: word(), close: false };
  say('ravi', 'changeLedgerEntry', no, ofEntry(matter));
  say('ravi', 'addLedgerEntry', {
    type: 'safety',
    id: safety,
    basis: 'safety',
    wording: word(),
    audience: word(),
    shownAt: null,
  });
  say('ravi', 'changeLedgerEntry', { step: 'add', text: word() }, ofEntry(safety));
  sowSuccession(say, { params, common, agreed });
  say('maya', 'exportSeries', { includePrivate: true });
  for (const page of ['', 'Private']) {
    const importing = { params: { ...params, importId: randomUUID() } };
    const note = { kind: 'note', text: word(), depth: 0 };
    // On the agenda too, whoever reads the notes.
    const promised = { done: false, owner: 'report', due: null, promise: randomUUID() };
    const box = { kind: 'action', text: word(), depth: 0, ...promised };
    const past = { state: 'imported', heldOn: null, title: word(), lines: [note, box] };
    say('ravi', `add${page}Import`, { part: 0, meetings: [past] }, importing);
    say('ravi', `remove${page}Import`, {}, importing);
  }
  say('ravi', 'prepareMeeting', { number: 1, hand: 'soon' });
  const to = '2099-05-01T10:00:00.000Z';
  say('ravi', 'planMeeting', { number: 1, from: null, to, skip: false, offset: 60 });
  say('maya', 'pauseSeries', { until: null });
  say('ravi', 'endPause', { at: to });
  say('maya', 'startMeeting', { number: 1, endsAt: null });
  say('maya', 'cancelStart', { number: 1 });
  say('maya', 'openTopic', { number: 1, topic });
  say('ravi', 'markTopic', { level: 'tactical' }, { params: { ...params, lineId: topic } });
  say('ravi', 'discussTopic', { discussed: true }, { params: { ...params, lineId: topic } });
  say('ravi', 'wrapUp', { number: 1 });
  say('ravi', 'resumeMeeting', { number: 1 });
  const [noted, notedAs] = [randomUUID(), randomUUID()];
  say('ravi', 'addPrivateNote', { id: noted, text: word(), topic: null }, { key: notedAs });
  say('maya', 'finishMeeting', { number: 1, nextAt: null });
  const ofPast = { params: { ...params, number: '1', lineId: noted } };
  say('ravi', 'removePastNote', { version: notedAs }, ofPast);
  say('ravi', 'restorePastNote', { text: word() }, ofPast);
  say('ravi', 'addCheckIn', { meeting: 1, worth: 4, heard: 4, share: 60 });
  say('ravi', 'keepTalkShare', { meeting: 1, share: 60 });
  say('ravi', 'dropTalkShare', { meeting: 1 });
  say('ravi', 'shareTopic', {}, { params: { ...params, lineId: own } });

  const concernId = randomUUID();
  const marks = ['lena', 'tom', 'sam'].map((person) => {
    const [led, raised] = [randomUUID(), randomUUID()];
    const one = { oid: oidOf(person), name: word() };
    const inIt = { params: { seriesId: led } };
    say('maya', 'startSeries', { ...common, id: led, report: one, introduction: word() });
    say(person, 'acceptInvitation', agreed, inIt);
    say(person, 'addTopic', { id: raised, text: word() }, inIt);
    return { series: led, topic: raised, meeting: 1 };
  });
  const ofConcern = { params: { concernId } };
  // Without the number that names a planted word: a concern takes none.
  say('maya', 'saveConcern', { wording: MARK, audience: word(), marks }, ofConcern);
  say('maya', 'handInConcern', {}, ofConcern);
  say('maya', 'takeOutConcern', {}, ofConcern);
  say('maya', 'removeConcern', {}, ofConcern);
  const kept = { params: { concernId: randomUUID() } };
  say('maya', 'saveConcern', { wording: MARK, audience: word(), marks }, kept);

  const chatId = meeting();
  say('maya', 'startSeries', { ...common, id: open, report: null, introduction: word() });
  say('maya', 'bindChat', { chatId }, { params: { seriesId: open } });
  say('tom', 'findChat', { chatId });
  say('tom', 'askToJoin', { chatId }, { key: request });
  const asking = { seriesId: open, requestId: request };
  say('maya', 'answerJoinRequest', { confirm: true }, { params: asking });
  say('maya', 'leaveSeries', {}, { params: { seriesId: open } });
  say('nia', 'deleteEverything', {});
  return story;
}

/** Tom stands in for Maya, and Ravi brings something along. */
function sowSuccession(
  say: (person: string, route: string, body: object, more?: Partial<Asked>) => void,
  { params, common, agreed }: Record<'params' | 'common' | 'agreed', Record<string, unknown>>,
): void {
  const of = { seriesId: String(params['seriesId']) };
  const led = { seriesId: randomUUID() };
  const person = { oid: oidOf('tom'), name: word() };
  const until = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
  const [over, refused, standIn] = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of [over, refused]) {
    say('maya', 'nameSuccessor', { id, kind: 'handOver', person, until: null });
  }
  say('maya', 'nameSuccessor', { id: standIn, kind: 'standIn', person, until: until(10) });
  say('ravi', 'withdrawSuccession', {}, { params: { ...of, successionId: over } });
  say('tom', 'declineNaming', {}, { params: { namingId: refused } });
  const [line, version, promise, promised] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  say('ravi', 'addTopic', { id: line, text: word() }, { key: version });
  const owed = { id: promise, text: word(), owner: 'manager', due: null };
  say('ravi', 'addAction', owed, { key: promised });
  const onTopic = { noun: 'topic', line, version, meeting: null };
  const onPromise = { noun: 'action', line: promise, version: promised, meeting: null };
  const along = { params: { ...of, successionId: standIn } };
  const offerAt = (offerId: string) => ({ params: { ...of, offerId } });
  const [back, joint, goes] = [randomUUID(), randomUUID(), randomUUID()];
  say('ravi', 'offerLine', { id: back, ...onTopic }, along);
  say('ravi', 'takeBackOffer', {}, offerAt(back));
  say('ravi', 'offerLine', { id: joint, ...onPromise }, along);
  say('maya', 'agreeToOffer', {}, offerAt(joint));
  say('ravi', 'offerLine', { id: goes, ...onTopic }, along);
  const [goal, wording] = [randomUUID(), randomUUID()];
  say('ravi', 'addGoal', { id: goal, owner: 'report', text: word() }, { key: wording });
  const onGoal = { noun: 'goal', line: goal, version: wording, meeting: null };
  say('ravi', 'offerLine', { id: randomUUID(), ...onGoal }, along);
  const report = { oid: oidOf('ravi'), name: word() };
  const begun = { ...common, id: led.seriesId, report, introduction: word(), naming: standIn };
  say('tom', 'startSeries', begun, { params: {} });
  say('ravi', 'acceptInvitation', agreed, { params: led });
  const brought = { ...led, lineId: newId(led.seriesId, goes) };
  say('ravi', 'removeBrought', {}, { params: brought });
  say('ravi', 'extendStandIn', { until: until(20) }, { params: led });
}

interface Shape {
  readonly properties?: Record<string, Shape>;
  readonly items?: Shape;
  readonly anyOf?: Shape[];
  readonly type?: string;
}

/** Paths of everything in a route's body that has no parts of its own; of a list, in its first entry. */
export function fieldsOf(route: string): string[][] {
  const { body } = routeNamed(route);
  const leaves = (shape: Shape): string[][] => {
    if (shape.anyOf) return shape.anyOf.filter(({ type }) => type !== 'null').flatMap(leaves);
    if (shape.items) return leaves(shape.items).map((path) => ['0', ...path]);
    if (!shape.properties) return [[]];
    return Object.entries(shape.properties).flatMap(([name, part]) =>
      leaves(part).map((path) => [name, ...path]),
    );
  };
  const all = body ? leaves(z.toJSONSchema(body, { io: 'input' }) as Shape) : [];
  return all.filter((path) => path.length > 0);
}

/** A body with something else in one of its fields. */
export function withField(
  body: unknown,
  [name, ...rest]: readonly string[],
  value: unknown,
): unknown {
  if (name === undefined) return value;
  if (Array.isArray(body)) {
    const all: readonly unknown[] = body;
    return all.map((part, n) => (String(n) === name ? withField(part, rest, value) : part));
  }
  const fields = typeof body === 'object' && body !== null ? body : {};
  const part: unknown = Reflect.get(fields, name);
  return { ...fields, [name]: withField(part, rest, value) };
}

export const fieldIn = (body: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (part, name) =>
      typeof part === 'object' && part !== null ? Reflect.get(part, name) : undefined,
    body,
  );

/** Whether a field takes any words at all; of the others, words are refused. */
export const takesWords = ({ route, asked }: Sown, path: readonly string[]): boolean =>
  routeNamed(route).body?.safeParse(withField(asked.body, path, word())).success ?? false;

/** A request spoilt in every way somebody might, with words wherever words can be put. */
export function spoilt(sown: Sown): Asked[] {
  const { asked, route } = sown;
  const { kind } = routeNamed(route);
  const refused = fieldsOf(route).filter((path) => !takesWords(sown, path));
  const fresh = (): Asked => ({ ...asked, key: randomUUID() });
  const paths = Object.keys(asked.params ?? {}).filter((name) =>
    routeNamed(route).path.includes(`{${name}}`),
  );
  return [
    // Whatever a field takes instead of words: an id, a number, one of a few.
    ...refused.map((path) => ({ ...fresh(), body: withField(asked.body, path, word()) })),
    ...fieldsOf(route).flatMap((path) =>
      [`${word()}\u0000`, `${word()}\ud800`, word().repeat(1000), { [word()]: word() }].map(
        (value) => ({ ...fresh(), body: withField(asked.body, path, value) }),
      ),
    ),
    ...paths.map((name) => ({ ...fresh(), params: { ...asked.params, [name]: word() } })),
    { ...fresh(), body: withField(asked.body, [word()], word()) },
    { ...fresh(), body: withField(asked.body, [word()], word().repeat(40_000)) },
    { ...fresh(), raw: `{"__proto__": "${word()}"}` },
    { ...fresh(), raw: `{"${word()}": "${word()}` },
    { ...fresh(), raw: JSON.stringify(word()) },
    { ...fresh(), headers: { 'content-type': `text/${word()}` } },
    { ...fresh(), headers: { authorization: `Bearer ${word()}.${word()}.${word()}` } },
    ...(kind === 'write' ? [{ ...asked, key: word() }] : []),
  ];
}
