import { randomUUID } from 'node:crypto';
import { forEverybody, type Entries, type Entry } from './entry';

/** Everybody's own, by an id of their own making. */
const ofAgenda = (body: () => unknown): Entry => ({
  answers: { nobody: 401 },
  others: 200,
  request: () => ({ params: { agendaId: randomUUID() }, body: body() }),
});

const DEVICE = { app: 'teams', system: 'windows', browser: 'edge' };

/** What is everybody’s own, or nobody’s. */
export const everybody: Entries = {
  getHealth: { answers: {}, others: 200, request: () => ({}) },
  getReady: { answers: {}, others: 200, request: () => ({}) },
  getOpenApi: { answers: {}, others: 200, request: () => ({}) },
  getHome: forEverybody(200, () => ({})),
  deleteEverything: forEverybody(202, () => ({})),
  saveIntroduction: forEverybody(200, () => ({ introduction: 'Hello' })),
  listAgendas: forEverybody(200, () => ({})),
  saveAgenda: ofAgenda(() => ({ name: 'Mine', lines: [{ text: 'hello', question: null }] })),
  removeAgenda: ofAgenda(() => ({})),
  noteDevice: {
    answers: { nobody: 401 },
    others: 200,
    request: () => ({ params: { deviceId: randomUUID() }, body: DEVICE }),
  },
  getReminders: forEverybody(200, () => ({})),
  saveReminders: forEverybody(200, () => ({
    remindMe: { off: [], zone: 'Europe/Paris', quiet: null, daysOff: [7] },
  })),
  connectNudge: forEverybody(200, () => ({})),
  getSupport: forEverybody(200, () => ({})),
  listNamings: forEverybody(200, () => ({})),
  declineNaming: {
    answers: { nobody: 401 },
    others: 404,
    request: () => ({ params: { namingId: randomUUID() }, body: {} }),
  },
};
