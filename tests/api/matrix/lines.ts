import { randomUUID } from 'node:crypto';
import { added, addingForBoth, disputed, ofSeries, ofTopic, type Entries } from './entry';

const noted = () => ({ id: randomUUID(), text: 'hello', topic: null });

const promised = () => ({ id: randomUUID(), text: 'hello', owner: 'report', due: '2026-05-01' });

/** The lines of the agenda. */
export const lines: Entries = {
  addTopic: ofSeries(addingForBoth, added),
  editTopic: ofTopic('topic', ({ topic }) => ({ text: 'changed', version: topic.version })),
  moveTopic: ofTopic('topic', () => ({ after: null })),
  removeTopic: ofTopic('topic', ({ topic }) => ({ version: topic.version })),
  restoreTopic: ofTopic('topic', () => ({ text: 'again' })),
  addPrivateTopic: ofSeries(addingForBoth, added),
  editPrivateTopic: ofTopic('own', ({ own }) => ({ text: 'changed', version: own.version })),
  movePrivateTopic: ofTopic('own', () => ({ after: null })),
  removePrivateTopic: ofTopic('own', ({ own }) => ({ version: own.version })),
  restorePrivateTopic: ofTopic('own', () => ({ text: 'again' })),
  shareTopic: ofTopic('own', () => ({})),
  keepTopic: ofTopic('topic', () => ({ kept: true })),
  discussTopic: ofTopic('topic', () => ({ discussed: true })),
  markTopic: ofTopic('topic', () => ({ level: 'tactical' })),
  addNote: ofSeries(addingForBoth, noted),
  editNote: ofTopic('note', ({ note: own }) => ({ text: 'changed', version: own.version })),
  removeNote: ofTopic('note', ({ note: own }) => ({ version: own.version })),
  restoreNote: ofTopic('note', () => ({ text: 'again', topic: null })),
  addPrivateNote: ofSeries(addingForBoth, noted),
  editPrivateNote: ofTopic('ownNote', ({ ownNote }) => ({ text: 'x', version: ownNote.version })),
  removePrivateNote: ofTopic('ownNote', ({ ownNote }) => ({ version: ownNote.version })),
  restorePrivateNote: ofTopic('ownNote', () => ({ text: 'again', topic: null })),
  shareNote: ofTopic('ownNote', () => ({})),
  addAction: ofSeries(addingForBoth, promised),
  editAction: ofTopic('action', ({ action }) => ({
    text: 'changed',
    owner: 'manager',
    due: null,
    version: action.version,
  })),
  removeAction: ofTopic('action', ({ action }) => ({ version: action.version })),
  restoreAction: ofTopic('action', () => ({ text: 'again', owner: 'report', due: null })),
  assignAction: ofTopic('action', () => ({ owner: 'manager' })),
  finishAction: ofTopic('action', () => ({ done: true })),
  addWish: ofSeries(addingForBoth, () => ({ id: randomUUID(), text: 'my talk' })),
  removeWish: ofTopic('wish', ({ wish }) => ({ version: wish.version })),
  restoreWish: ofTopic('wish', () => ({ text: 'again' })),
  // Of the other one's words: the actor's own are changed instead.
  disputeNote: ofTopic('note', disputed, { manager: 409, report: 409 }),
  disputeAction: ofTopic('action', disputed, { manager: 409, report: 409 }),
};
