import { describe, expect, test } from '@jest/globals';
import { applyToView, type AgendaCommand, type Page } from '@rapport/domain/agenda';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import { acceptInvitation } from '@rapport/domain/invitation';
import { type SeriesView } from '@rapport/domain/series';
import { viewFor } from '@rapport/domain/view';
import { undoOf, type Undo } from '../../../tab/src/client/undo';
import { AT, id, newSeries, ravi } from '../../domain/support';

const empty = viewFor(
  acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT),
  EMPTY_PAGE,
  'report',
  AT,
);
let commands = 1000;
/** What a person sees after a command of theirs, here or on another device. */
const after = (view: SeriesView, command: AgendaCommand): SeriesView =>
  applyToView(view, command, { by: view.me, at: AT, commandId: id((commands += 1)) });
const back = (undo: Undo | null, view: SeriesView): SeriesView => {
  const command = undo?.back(view);
  if (!command) throw new Error('nothing to take back');
  return after(view, command);
};

describe.each<Page>(['shared', 'onlyMe'])('D1: undo on the %s page', (page) => {
  const topicsOf = (view: SeriesView) => (page === 'shared' ? view.topics : view.onlyMe.topics);
  const said = (view: SeriesView): string[] => topicsOf(view).map(({ text }) => text);
  const versionOf = (view: SeriesView, topic: string): string =>
    topicsOf(view).find((one) => one.id === topic)?.version ?? '';
  const add = (n: number, text: string): AgendaCommand => ({
    type: 'addTopic',
    page,
    id: id(n),
    text,
  });
  const edit = (view: SeriesView, n: number, text: string): AgendaCommand => ({
    type: 'editTopic',
    page,
    id: id(n),
    text,
    version: versionOf(view, id(n)),
  });
  const remove = (view: SeriesView, n: number): AgendaCommand => ({
    type: 'removeTopic',
    page,
    id: id(n),
    version: versionOf(view, id(n)),
  });
  const move = (n: number, to: number | null): AgendaCommand => ({
    type: 'moveTopic',
    page,
    id: id(n),
    after: to === null ? null : id(to),
  });
  const three = [add(1, 'one'), add(2, 'two'), add(3, 'three')].reduce(after, empty);

  test('takes an added topic away, unless it says something else by now', () => {
    const command = add(4, 'four');
    const undo = undoOf(three, command);
    const added = after(three, command);
    expect(undo?.of).toBe('addTopic');
    expect(said(back(undo, added))).toEqual(['one', 'two', 'three']);
    expect(undo?.back(after(added, edit(added, 4, 'better words of my phone')))).toBeNull();
    expect(undo?.back(three)).toBeNull();
  });

  test('gives the old words back, unless it says something else by now', () => {
    const command = edit(three, 2, 'changed');
    const undo = undoOf(three, command);
    const changed = after(three, command);
    expect(said(back(undo, changed))).toEqual(['one', 'two', 'three']);
    expect(undo?.back(after(changed, edit(changed, 2, 'changed on my phone')))).toBeNull();
    expect(undo?.back(after(changed, remove(changed, 2)))).toBeNull();
    expect(said(back(undo, after(changed, move(2, null))))).toEqual(['two', 'one', 'three']);
  });

  test('brings a removed topic back with its words', () => {
    const command = remove(three, 2);
    const undo = undoOf(three, command);
    const removed = after(three, command);
    expect(undo?.back(after(removed, add(5, 'five')))).toEqual({
      type: 'restoreTopic',
      page,
      id: id(2),
      text: 'two',
    });
    expect(said(back(undo, removed)).toSorted()).toEqual(['one', 'three', 'two']);
  });

  test('takes a restored topic away again', () => {
    const gone = after(three, remove(three, 3));
    const command: AgendaCommand = { type: 'restoreTopic', page, id: id(3), text: 'three' };
    expect(said(back(undoOf(gone, command), after(gone, command)))).toEqual(['one', 'two']);
  });

  test('puts a moved topic back, as far as its old neighbours still stand', () => {
    const command = move(3, null);
    const undo = undoOf(three, command);
    const moved = after(three, command);
    expect(said(moved)).toEqual(['three', 'one', 'two']);
    expect(said(back(undo, moved))).toEqual(['one', 'two', 'three']);
    const withoutTwo = after(moved, remove(moved, 2));
    expect(said(back(undo, withoutTwo))).toEqual(['one', 'three']);
    const alone = after(withoutTwo, remove(withoutTwo, 1));
    expect(undo?.back(alone)).toEqual({ type: 'moveTopic', page, id: id(3), after: null });
    expect(undo?.back(after(moved, remove(moved, 3)))).toBeNull();
  });

  test('a topic that is not there any more leaves nothing to take back', () => {
    for (const command of [edit(empty, 9, 'x'), remove(empty, 9), move(9, null)]) {
      expect(undoOf(empty, command)).toBeNull();
    }
  });
});

test('D1: what was shared may have been read by now, and is not taken back', () => {
  const view = after(empty, { type: 'addTopic', page: 'onlyMe', id: id(1), text: 'one' });
  expect(undoOf(view, { type: 'shareTopic', id: id(1) })).toBeNull();
});

test('B2: a thrown away draft of feedback comes back as it was', () => {
  const draft = after(empty, { type: 'addFeedback', id: id(1), text: 'words', kind: 'praise' });
  const version = draft.onlyMe.feedback[0]?.version ?? '';
  const command: AgendaCommand = { type: 'removeFeedback', id: id(1), version };
  const undo = undoOf(draft, command);
  const gone = after(draft, command);
  expect(gone.onlyMe.feedback).toEqual([]);
  const restored = undo?.back(gone);
  expect(restored && after(gone, restored).onlyMe.feedback).toMatchObject([
    { text: 'words', kind: 'praise' },
  ]);
});

test('D3: a removed promise comes back with its owner and day', () => {
  const promise = { id: id(1), text: 'call', owner: 'manager', due: '2026-05-01' } as const;
  const promised = after(empty, { type: 'addAction', ...promise });
  const version = promised.actions[0]?.version ?? '';
  const command: AgendaCommand = { type: 'removeAction', id: id(1), version };
  const gone = after(promised, command);
  const restored = undoOf(promised, command)?.back(gone);
  expect(gone.actions).toEqual([]);
  expect(restored && after(gone, restored).actions).toMatchObject([promise]);
});

test('B8: questions come back, unless somebody did something else with them', () => {
  const added = after(empty, { type: 'addQuestion', id: id(1), text: 'Ours?' });
  const version = added.questions.own[0]?.version ?? '';
  const remove: AgendaCommand = { type: 'removeQuestion', id: id(1), version };
  const removed = after(added, remove);
  expect(removed.questions.own).toEqual([]);
  expect(back(undoOf(added, remove), removed).questions.own).toMatchObject([{ text: 'Ours?' }]);

  const hide: AgendaCommand = { type: 'hideQuestion', question: 'proud.1', hidden: true };
  const hidden = after(added, hide);
  expect(back(undoOf(added, hide), hidden).questions.hidden).toEqual([]);
  expect(undoOf(added, hide)?.back(added)).toBeNull();
});
