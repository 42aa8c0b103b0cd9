import { randomUUID } from 'node:crypto';
import { addingForBoth, forBoth, ofSeries, toRead, type Entries, type Entry } from './entry';
import type { Role } from './scene';

/** Notes that somebody brings along; there are none before. */
const ofImport = (answers: Partial<Record<Role, number>>, body: () => unknown): Entry => ({
  answers: { nobody: 401, ...answers },
  others: 404,
  request: (scene) => ({
    params: { ...scene.params, importId: randomUUID() },
    body: body(),
  }),
});

/** A part of one that nobody brought. */
const partOfImport: Entry = {
  answers: { nobody: 401 },
  others: 404,
  request: (scene) => ({ params: { ...scene.params, importId: randomUUID(), number: '0' } }),
};

/** A note of a meeting that is not over yet. */
const ofPastNote = (body: object): Entry => ({
  answers: { nobody: 401 },
  others: 404,
  request: (scene) => ({
    params: { ...scene.params, number: '1', lineId: randomUUID() },
    body,
  }),
});

const imported = () => ({
  part: 0,
  meetings: [
    {
      state: 'imported',
      heldOn: '2026-03-05',
      title: null,
      lines: [{ kind: 'note', text: 'hello', depth: 0 }],
    },
  ],
});

/** What is kept of it, and told of it. */
export const keeping: Entries = {
  getTalkShare: ofSeries(toRead),
  getPictures: ofSeries(toRead),
  // No meeting is over yet.
  keepTalkShare: ofSeries({ manager: 409, report: 409 }, () => ({ meeting: 1, share: 60 })),
  dropTalkShare: ofSeries({ manager: 409, report: 409 }, () => ({ meeting: 1 })),
  listMeetings: ofSeries(toRead),
  getMeeting: {
    answers: { nobody: 401 },
    others: 404,
    request: (scene) => ({ params: { ...scene.params, number: '1' } }),
  },
  removePastNote: ofPastNote({ version: randomUUID() }),
  restorePastNote: ofPastNote({ text: 'again' }),
  listWords: ofSeries(toRead),
  listLedger: ofSeries(toRead),
  addLedgerEntry: ofSeries(addingForBoth, () => ({
    type: 'safety',
    id: randomUUID(),
    basis: 'law',
    wording: 'hello',
    audience: 'Court',
    shownAt: null,
  })),
  changeLedgerEntry: {
    answers: { nobody: 401 },
    others: 404,
    request: (scene) => ({
      params: { ...scene.params, lineId: randomUUID() },
      body: { step: 'add', text: 'hello' },
    }),
  },
  exportSeries: ofSeries(toRead, () => ({ includePrivate: true })),
  listImports: ofSeries(toRead),
  listPrivateImports: ofSeries(toRead),
  getImport: partOfImport,
  getPrivateImport: partOfImport,
  addImport: ofImport(addingForBoth, imported),
  addPrivateImport: ofImport(addingForBoth, imported),
  removeImport: ofImport(forBoth, () => ({})),
  removePrivateImport: ofImport(forBoth, () => ({})),
};
