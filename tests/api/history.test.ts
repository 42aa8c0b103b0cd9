import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  feedbackPlacing,
  keptNotesPlacing,
  meetingPlacing,
  pagePlacing,
  ownWordsPlacing,
  personPartition,
  seriesPartition,
  wordsPlacing,
} from '@rapport/api/places';
import { keepNotes } from '@rapport/api/effects/keepNotes';
import { redateMeetings } from '@rapport/api/effects/redatePages';
import type { Change } from '@rapport/api/documents/documents';
import type { MeetingRecord } from '@rapport/domain/meeting';
import type { GoalWords, PastWords } from '@rapport/domain/pastWords';
import { HEAD } from '@rapport/api/places';
import { monthsLater } from '@rapport/domain/retention';
import type { Feedback } from '@rapport/domain/feedback';
import type { Note } from '@rapport/domain/note';
import { personIdOf } from '@rapport/domain/person';
import type { PrivatePage, Series } from '@rapport/domain/series';
import { randomUUID } from 'node:crypto';
import { startTogether, type Started } from './support/story';
import { openWorld, type World } from './support/world';

const DAY = 24 * 60 * 60 * 1000;
let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const where = () => seriesPartition(series.seriesId);
const docs = () => world.composed.services.documents;
const partitionOf = (who: string) => {
  const { tid, oid } = world.issuer.person(who);
  return personPartition(personIdOf(tid, oid));
};
const does = (who: string, route: string, body: object = {}, more: Record<string, string> = {}) =>
  world.ok(who, route, { params: { ...series.params, ...more }, body });
const writes = (who: string, route: string, text: string, more: object = { topic: null }) =>
  does(who, route, { id: randomUUID(), text, ...more });
async function meets(number: number): Promise<void> {
  await does('maya', 'startMeeting', { number, endsAt: null });
  await does('maya', 'finishMeeting', { number, nextAt: null });
}
const passes = (days: number) =>
  world.clock.moveTo(new Date(world.clock.now().getTime() + days * DAY));

interface Found {
  readonly meetings: readonly PastWords[];
  readonly own: readonly { readonly number: number; readonly lines: readonly { text: string }[] }[];
}
/** Every page, as a screen reads them. */
async function read(who: string): Promise<Found> {
  const meetings: PastWords[] = [];
  const own: Found['own'][number][] = [];
  let continuation: string | null = null;
  do {
    const params: Record<string, string> = { ...series.params };
    if (continuation !== null) params['continuation'] = continuation;
    const { json } = await world.ok(who, 'listWords', { params });
    meetings.push(...json.meetings);
    own.push(...json.own);
    ({ continuation } = json);
  } while (continuation !== null);
  return { meetings, own };
}
const said = ({ meetings }: Found): string[] =>
  meetings.flatMap(({ number, lines }) => lines.map(({ text }) => `${number} ${text}`));

/** Past meetings as finishing leaves them, one a day, without going through each. */
async function pretend(count: number): Promise<void> {
  const head = await docs().read<Series>(where(), HEAD.id);
  if (!head) throw new Error('no head');
  const begin = world.clock.now().getTime();
  const note = (by: Note['by'], text: string): Note => {
    const at = new Date(begin).toISOString();
    return { id: randomUUID(), version: randomUUID(), by, text, at, editedAt: null, topic: null };
  };
  const partition = { ...where(), tenant: head.tenant };
  for (let number = 1; number <= count; number += 1) {
    const finishedAt = new Date(begin + number * DAY).toISOString();
    const value: MeetingRecord = {
      number,
      startedAt: finishedAt,
      finishedAt,
      topics: [],
      notes: [note('manager', `said in ${number}`)],
      actions: [],
    };
    const expires = monthsLater(finishedAt, 24);
    const placing = { ...meetingPlacing(number), expires };
    const change: Change = { change: 'create', placing, value };
    await docs().write(partition, [change]);
    if (number % 5 !== 0) continue;
    const own = { ...keptNotesPlacing(series.seriesId, number), expires };
    const notes = [note('report', `his of ${number}`)];
    await docs().write(partitionOf('ravi'), [{ change: 'create', placing: own, value: notes }]);
  }
  const meeting = { ...head.value.meeting, number: count + 1 };
  const value = { ...head.value, meeting };
  await docs().write(partition, [{ change: 'replace', placing: HEAD, value, loaded: head }]);
  world.clock.moveTo(new Date(begin + (count + 1) * DAY));
}

describe('D5: what is looked for', () => {
  test('is what both read, and of private notes only one’s own', async () => {
    await writes('maya', 'addNote', 'a note of both');
    await writes('maya', 'addPrivateNote', 'hers alone');
    await writes('ravi', 'addPrivateNote', 'his alone');
    await writes('ravi', 'addAction', 'a promise', { owner: 'report', due: null });
    await writes('ravi', 'addPrivateTopic', 'his topic', {});
    await writes('ravi', 'addPrivateFeedback', 'his draft', { kind: 'praise' });
    await meets(1);
    const [hers, his] = [await read('maya'), await read('ravi')];
    expect(said(hers)).toEqual(['1 a note of both', '1 a promise']);
    expect(hers.meetings).toEqual(his.meetings);
    expect(hers.own.flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual(['hers alone']);
    expect(his.own.flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual(['his alone']);
    expect(JSON.stringify(hers)).not.toMatch(/his alone|his topic|his draft/);
  });

  test('what the other one said about a line is found with it', async () => {
    const [id, version] = [randomUUID(), randomUUID()];
    const note = { id, text: 'the words', topic: null };
    await world.ok('maya', 'addNote', { params: series.params, body: note, key: version });
    const dispute = { version, text: 'it was not so', stands: true };
    const params = { ...series.params, lineId: id };
    await world.ok('ravi', 'disputeNote', { params, body: dispute });
    await meets(1);
    const [meeting] = (await read('maya')).meetings;
    expect(meeting?.lines).toEqual([
      { id: id.slice(0, 8), kind: 'note', by: 'manager', text: 'the words' },
      { id: id.slice(0, 8), kind: 'seenDifferently', by: 'report', text: 'it was not so' },
    ]);
  });

  test('C2: a goal with all its lines, as both read them by now, once, and with the first page', async () => {
    const goalId = randomUUID();
    expect((await does('maya', 'listWords')).json.goals).toEqual([]);
    await does('ravi', 'addGoal', { id: goalId, text: '春の会議で話す', owner: 'report' });
    const at = { params: { ...series.params, goalId } };
    const says = async (who: string, part: string, text: string): Promise<string> => {
      const id = randomUUID();
      await world.ok(who, 'addGoalLine', { ...at, body: { id, part, text } });
      return id;
    };
    await says('maya', 'measurable', 'forty people listen');
    const progress = await says('ravi', 'progress', 'the abstract is in');
    const taken = await says('ravi', 'relevant', 'taken back');
    const { lines } = (await world.ok('ravi', 'getGoal', at)).json;
    const versionOf = (id: string) => lines.find((one: { id: string }) => one.id === id).version;
    const on = (lineId: string) => ({ params: { ...at.params, lineId } });
    const back = { version: versionOf(taken) };
    await world.ok('ravi', 'removeGoalLine', { ...on(taken), body: back });
    const differs = { version: versionOf(progress), text: 'not yet', stands: true };
    await world.ok('maya', 'disputeGoalLine', { ...on(progress), body: differs });
    await world.ok('maya', 'changeGoal', { ...at, body: { state: 'letGo' } });
    const [hers, his] = [await does('maya', 'listWords'), await does('ravi', 'listWords')];
    expect(hers.json.goals).toEqual(his.json.goals);
    expect(
      hers.json.goals.map(({ id, lines: words }: GoalWords) => [
        id,
        words.map(({ part, by, text }) => [part, by, text]),
      ]),
    ).toEqual([
      [
        goalId,
        [
          ['sentence', 'report', '春の会議で話す'],
          ['measurable', 'manager', 'forty people listen'],
          ['progress', 'report', 'the abstract is in'],
          ['seenDifferently', 'manager', 'not yet'],
        ],
      ],
    ]);
    const later = await does('maya', 'listWords', {}, { continuation: '0' });
    expect(later.json.goals).toEqual([]);
  });

  test('nobody else reads it: a stranger; whoever left reads what both shared, and no own notes', async () => {
    await pretend(20);
    passes(8);
    expect((await read('ravi')).own).toHaveLength(4);
    await does('ravi', 'leaveSeries');
    const reply = await world.send('tom', 'listWords', { params: series.params });
    expect([reply.status, reply.json.code]).toEqual([404, 'series.notFound']);
    const theirs = await read('ravi');
    expect([theirs.meetings.length, theirs.own.flatMap(({ lines }) => lines)]).toEqual([20, []]);
    const left = await docs().read(partitionOf('ravi'), ownWordsPlacing(series.seriesId, 0).id);
    expect(left).toBeNull();
  });

  test('comes whole and once, the latest first, however many meetings there were', async () => {
    await pretend(150);
    const all = Array.from({ length: 150 }, (_, n) => `${150 - n} said in ${150 - n}`);
    expect(said(await read('maya'))).toEqual(all);
    passes(8);
    // Out of the meetings, then out of what was laid together of them: the same.
    expect(said(await read('maya'))).toEqual(all);
    expect(said(await read('maya'))).toEqual(all);
    const his = (await read('ravi')).own.map(({ number }) => number);
    expect(his).toEqual(Array.from({ length: 30 }, (_, n) => 150 - 5 * n));
  });

  test('is laid together once no note can still come to lie beside its meeting, and goes with the first', async () => {
    await pretend(16);
    const laid = async () => (await docs().read(where(), wordsPlacing(0).id)) !== null;
    await read('maya');
    expect(await laid()).toBe(false);
    passes(7);
    await read('maya');
    expect(await laid()).toBe(true);
    const [first] = said(await read('maya')).slice(-1);
    expect(first).toBe('1 said in 1');
    const { meetings } = await read('maya');
    world.clock.moveTo(new Date(monthsLater(meetings.at(-1)?.finishedAt ?? '', 24)));
    // The first meeting is kept no longer; its words are in nothing that is left.
    expect(await laid()).toBe(false);
    expect(said(await read('maya'))).toEqual(
      Array.from({ length: 15 }, (_, n) => `${16 - n} said in ${16 - n}`),
    );
    expect(await laid()).toBe(false);
  });

  test('two who look at the same time both find it', async () => {
    await pretend(40);
    passes(8);
    const found = await Promise.all(['maya', 'ravi', 'maya', 'ravi'].map((who) => read(who)));
    expect(found.map((one) => said(one).length)).toEqual([40, 40, 40, 40]);
  });

  test('a page that there is not is refused or empty', async () => {
    await pretend(3);
    const page = (continuation: string) =>
      world.send('maya', 'listWords', { params: { ...series.params, continuation } });
    expect((await page('x')).json.code).toBe('input.malformed');
    expect((await page('-1')).json.code).toBe('input.malformed');
    expect((await page('99999')).json.meetings).toHaveLength(3);
  });
});

describe('D1: one’s own notes of a past meeting', () => {
  /** His note of a meeting, as he reads it; `pretend` gave him one of every fifth. */
  const noteOf = async (number: number, who = 'ravi') => {
    const meeting = await does(who, 'getMeeting', {}, { number: String(number) });
    return meeting.json.onlyMe[0] as Note | undefined;
  };
  const at = (number: number, lineId: string) => ({ number: String(number), lineId });
  const removes = async (number: number): Promise<Note> => {
    const note = await noteOf(number);
    if (!note) throw new Error('no note');
    await does('ravi', 'removePastNote', { version: note.version }, at(number, note.id));
    return note;
  };
  const found = async () =>
    (await read('ravi')).own.flatMap(({ number, lines }) =>
      lines.map(({ text }) => `${number} ${text}`),
    );

  test('go one by one, out of the meeting, the search and the copy, and come back to their place', async () => {
    await pretend(16);
    passes(8);
    expect(await found()).toEqual(['15 his of 15', '10 his of 10', '5 his of 5']);
    const note = await removes(10);
    expect([await noteOf(10), await found()]).toEqual([undefined, ['15 his of 15', '5 his of 5']]);
    // Laid together anew by then.
    expect(await found()).toEqual(['15 his of 15', '5 his of 5']);
    const copy = await does('ravi', 'exportSeries', { includePrivate: true });
    expect(JSON.stringify(copy.json)).not.toContain('his of 10');
    expect(said(await read('maya'))).toHaveLength(16);
    await does('ravi', 'restorePastNote', { text: note.text }, at(10, note.id));
    expect(await found()).toEqual(['15 his of 15', '10 his of 10', '5 his of 5']);
    const again = await noteOf(10);
    expect(again).toMatchObject({ id: note.id, text: 'his of 10' });
    // What names the wording before that is about words that are gone.
    const params = { ...series.params, ...at(10, note.id) };
    const late = await world.send('ravi', 'removePastNote', {
      params,
      body: { version: note.version },
    });
    expect([late.status, late.json.code]).toEqual([409, 'line.changedSince']);
  });

  test('are nobody else’s to remove, and none comes to a meeting that was not there', async () => {
    await pretend(10);
    const note = await noteOf(5);
    const params = { ...series.params, ...at(5, note?.id ?? '') };
    for (const [who, code] of [
      ['maya', 'note.unknown'],
      ['tom', 'series.notFound'],
    ] as const) {
      const removing = { params, body: { version: note?.version } };
      expect((await world.send(who, 'removePastNote', removing)).json.code).toBe(code);
      const restoring = { params, body: { text: 'planted' } };
      expect((await world.send(who, 'restorePastNote', restoring)).json.code).toBe(code);
    }
    const none = { params: { ...params, lineId: randomUUID() }, body: { text: 'planted' } };
    expect((await world.send('ravi', 'restorePastNote', none)).json.code).toBe('note.unknown');
    expect(await noteOf(5)).toEqual(note);
  });

  test('are laid down by nobody who had read them before they went', async () => {
    await pretend(16);
    passes(8);
    const { documents } = world.composed.services;
    const { write } = documents;
    const own = ownWordsPlacing(series.seriesId, 0).id;
    /** Whoever looks has read everything, and is about to lay it down. */
    const justBefore = (first: () => Promise<unknown>) => {
      documents.write = async (partition, changes) => {
        if (changes.some((change) => change.change !== 'delete' && change.placing.id === own)) {
          documents.write = write;
          await first();
        }
        return write(partition, changes);
      };
    };
    justBefore(() => removes(10));
    await read('ravi');
    expect(await found()).toEqual(['15 his of 15', '5 his of 5']);
    const redates = async () => {
      const head = await docs().read<Series>(where(), HEAD.id);
      if (!head) throw new Error('no head');
      const { tid, oid } = world.issuer.person('ravi');
      await redateMeetings(
        world.composed.services,
        {
          where: { ...where(), tenant: head.tenant },
          series: head.value,
          people: [personIdOf(tid, oid)],
          at: world.clock.now().toISOString(),
        },
        0,
      );
    };
    const nothingLaid = async () => {
      const laid = await docs().read(partitionOf('ravi'), own);
      const away: Change = { change: 'delete', id: own, etag: laid?.etag ?? '' };
      await docs().write(partitionOf('ravi'), [away]);
    };
    // Also where nothing had been laid down, and a new retention passes over it in between.
    await nothingLaid();
    justBefore(async () => {
      await removes(5);
      await redates();
    });
    await read('ravi');
    expect(await found()).toEqual(['15 his of 15']);
    // … and over what somebody else laid down after it.
    await nothingLaid();
    justBefore(async () => {
      await removes(15);
      await read('ravi');
      await redates();
    });
    await read('ravi');
    expect(await found()).toEqual([]);
  });

  test('that went, or came back, are off the page too, where finishing was interrupted between the two', async () => {
    await writes('ravi', 'addPrivateNote', 'mine');
    const page = pagePlacing(series.seriesId);
    const before = await docs().read<PrivatePage>(partitionOf('ravi'), page.id);
    await meets(1);
    const { tid, oid } = world.issuer.person('ravi');
    const head = await docs().read<Series>(where(), HEAD.id);
    const finishesAgain = async () => {
      const now = await docs().read<PrivatePage>(partitionOf('ravi'), page.id);
      if (!before || !now) throw new Error('no page');
      const back: Change = { change: 'replace', placing: page, value: before.value, loaded: now };
      await docs().write(partitionOf('ravi'), [back]);
      await keepNotes(world.composed.services, {
        type: 'keepNotes',
        series: series.seriesId,
        number: 1,
        people: [personIdOf(tid, oid)],
        at: head?.value.lastMeeting?.finishedAt ?? '',
      });
      const view = (await does('ravi', 'getSeries')).json;
      return [view.onlyMe.notes, (await noteOf(1))?.text];
    };
    const note = await removes(1);
    expect(await finishesAgain()).toEqual([[], undefined]);
    await does('ravi', 'restorePastNote', { text: note.text }, at(1, note.id));
    expect(await finishesAgain()).toEqual([[], 'mine']);
  });

  test('go on being kept as long as their meeting, and not longer', async () => {
    await pretend(5);
    const kept = keptNotesPlacing(series.seriesId, 5).id;
    const { meeting } = (await does('ravi', 'getMeeting', {}, { number: '5' })).json;
    await removes(5);
    const goes = Date.parse(monthsLater(meeting.finishedAt, 24));
    world.clock.moveTo(new Date(goes - 1000));
    expect(await docs().read(partitionOf('ravi'), kept)).not.toBeNull();
    world.clock.moveTo(new Date(goes));
    expect(await docs().read(partitionOf('ravi'), kept)).toBeNull();
  });

  test('D11: may still go when the other one has left, for good, and are gone with whoever leaves', async () => {
    await pretend(10);
    await does('maya', 'leaveSeries');
    const note = await removes(10);
    const params = { ...series.params, ...at(10, note.id) };
    const back = await world.send('ravi', 'restorePastNote', { params, body: { text: 'again' } });
    expect([back.status, back.json.code]).toEqual([409, 'series.ended']);
    expect(await found()).toEqual(['5 his of 5']);
    await does('ravi', 'leaveSeries');
    const left = await world.send('ravi', 'restorePastNote', { params, body: { text: 'again' } });
    expect(left.status).toBe(404);
    const own = ownWordsPlacing(series.seriesId, 0).id;
    const lies = [own, ...[5, 10].map((n) => keptNotesPlacing(series.seriesId, n).id)];
    const there = await Promise.all(lies.map((id) => docs().read(partitionOf('ravi'), id)));
    expect(there).toEqual([null, null, null]);
  });
});

test('D5: how much closed criticism was kept is in no count of pages that its author reads', async () => {
  const head = await docs().read<Series>(where(), HEAD.id);
  if (!head) throw new Error('no head');
  const closedAt = world.clock.now().toISOString();
  const closed = (retained: boolean): Feedback => ({
    id: randomUUID(),
    from: 'manager',
    kind: 'criticism',
    about: 'task',
    askedFor: null,
    text: retained ? 'kept' : 'new',
    at: closedAt,
    opened: true,
    answer: { kind: 'thanks', words: null, at: closedAt },
    reply: null,
    closedAt: retained ? closedAt : monthsLater(closedAt, 12),
    ...(retained ? { retained } : {}),
  });
  for (const retained of [true, false]) {
    const changes = Array.from({ length: 40 }, (): Change => {
      const value = closed(retained);
      return { change: 'create', placing: feedbackPlacing(value.id), value };
    });
    await docs().write({ ...where(), tenant: head.tenant }, changes);
  }
  world.clock.moveTo(new Date(Date.parse(monthsLater(closedAt, 12)) + DAY));
  const page = async (who: string, more: object = {}) =>
    (await world.ok(who, 'listClosedFeedback', { params: { ...series.params, ...more } })).json;
  const hers = await page('maya');
  expect([hers.feedback.length, hers.continuation]).toEqual([40, null]);
  const his = await page('ravi');
  const rest = await page('ravi', { continuation: his.continuation });
  const all = [...his.feedback, ...rest.feedback].map(({ id }) => id);
  expect([his.feedback.length, rest.continuation, new Set(all).size]).toEqual([50, null, 80]);
});
