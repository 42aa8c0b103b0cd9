import { forBoth, ofSeries, toRead, type Entries } from './entry';

/** The meeting, and when it is. */
export const meeting: Entries = {
  getSeries: ofSeries(toRead),
  getNeeds: ofSeries(toRead),
  prepareMeeting: ofSeries(forBoth, () => ({ number: 1, hand: 'wait' })),
  startMeeting: ofSeries(forBoth, () => ({ number: 1, endsAt: null })),
  cancelStart: ofSeries(forBoth, () => ({ number: 1 })),
  openTopic: ofSeries(forBoth, ({ topic }) => ({ number: 1, topic: topic.id })),
  wrapUp: ofSeries(forBoth, () => ({ number: 1 })),
  resumeMeeting: ofSeries(forBoth, () => ({ number: 1 })),
  finishMeeting: ofSeries(forBoth, () => ({ number: 1, nextAt: null })),
  planMeeting: ofSeries(forBoth, () => ({
    number: 1,
    from: null,
    to: '2099-05-01T10:00:00.000Z',
    skip: false,
    offset: 60,
  })),
  pauseSeries: ofSeries(forBoth, () => ({ until: null })),
  // There is none to end.
  endPause: ofSeries({ manager: 409, report: 409 }, () => ({ at: '2026-05-01T10:00:00.000Z' })),
};
