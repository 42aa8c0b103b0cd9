import { randomUUID } from 'node:crypto';
import { forBoth, ofSeries, toRead, type Entries, type Entry } from './entry';
import type { Scene } from './scene';

/** Of a series in which nobody was asked and nothing offered. */
const ofSuccession = (
  param: 'successionId' | 'offerId' | 'lineId',
  body: (scene: Scene) => unknown = () => ({}),
): Entry => ({
  answers: { nobody: 401 },
  others: 404,
  request: (scene) => ({ params: { ...scene.params, [param]: randomUUID() }, body: body(scene) }),
});

/** Stand-ins and hand-overs. */
export const succession: Entries = {
  listSuccessions: ofSeries(toRead),
  nameSuccessor: ofSeries(forBoth, (_, world) => ({
    id: randomUUID(),
    kind: 'handOver',
    person: { oid: world.issuer.person('aiko').oid, name: 'Aiko' },
    until: null,
  })),
  withdrawSuccession: ofSuccession('successionId'),
  offerLine: ofSuccession('successionId', ({ topic }) => ({
    id: randomUUID(),
    noun: 'topic',
    line: topic.id,
    version: topic.version,
    meeting: null,
  })),
  agreeToOffer: ofSuccession('offerId'),
  takeBackOffer: ofSuccession('offerId'),
  extendStandIn: ofSeries({ manager: 403, report: 404 }, () => ({
    until: '2027-05-01T00:00:00.000Z',
  })),
  listBrought: ofSeries(toRead),
  removeBrought: ofSuccession('lineId'),
};
