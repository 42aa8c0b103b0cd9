import { randomUUID } from 'node:crypto';
import { forEverybody, ofSeries, type Entries, type Entry } from './entry';

const ofConcern = (status: number, body: () => unknown): Entry => ({
  answers: { nobody: 401 },
  others: status,
  request: () => ({ params: { concernId: randomUUID() }, body: body() }),
});

/** Common concerns. */
export const concerns: Entries = {
  listConcerns: forEverybody(200, () => ({})),
  saveConcern: ofConcern(200, () => ({ wording: 'x', audience: 'y', marks: [] })),
  // Nobody's: the id is new.
  handInConcern: ofConcern(404, () => ({})),
  takeOutConcern: ofConcern(404, () => ({})),
  removeConcern: ofConcern(404, () => ({})),
  listConcernNotices: ofSeries({ report: 200, manager: 403 }),
  leaveConcern: {
    answers: { nobody: 401, manager: 403 },
    others: 404,
    request: (scene) => ({ params: { ...scene.params, lineId: randomUUID() }, body: {} }),
  },
};
