import { randomUUID } from 'node:crypto';
import { startBody } from '../support/story';
import { forBoth, forEverybody, ofSeries, type Entries } from './entry';

const MEETING = { chatId: '19:meeting_bWF5YQ@thread.v2' };

/** How two get to a series, and out of it. */
export const gettingThere: Entries = {
  findChat: forEverybody(200, () => MEETING),
  askToJoin: forEverybody(202, () => MEETING),
  startSeries: {
    answers: { nobody: 401 },
    others: 201,
    request: (_, world) => ({
      // Somebody new each time: a second series with one person is refused.
      body: { ...startBody(world), report: { oid: randomUUID(), name: 'Sam' } },
    }),
  },
  getInvitation: ofSeries({ invited: 200 }),
  // Somebody who joined already may have lost the answer.
  acceptInvitation: ofSeries({ invited: 200, report: 200 }, () => ({ terms: 1, agree: true })),
  declineInvitation: ofSeries({ invited: 200 }),
  renewInvitation: ofSeries({ manager: 409, report: 403 }),
  answerJoinRequest: {
    answers: { nobody: 401, manager: 404, report: 403 },
    others: 404,
    request: (scene) => ({
      params: { seriesId: scene.seriesId, requestId: scene.requestId },
      body: { confirm: true },
    }),
  },
  bindChat: ofSeries(forBoth, () => MEETING),
  leaveSeries: ofSeries(forBoth),
};
