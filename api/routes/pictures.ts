import type { RevealedCheckIn } from '@rapport/domain/checkIn';
import type { Feedback } from '@rapport/domain/feedback';
import type { MeetingRecord } from '@rapport/domain/meeting.schema';
import { DRAWN_MEETINGS, drawPictures } from '@rapport/domain/pictures';
import { picturesView } from '@rapport/domain/pictures.schema';
import { requireBetweenMeetings, type TalkShareRecord } from '@rapport/domain/talkShare';
import { listAll } from '../documents/listAll';
import { seriesPartition } from '../places';
import { readSeries } from '../reading/readSeries';
import { route, type Route } from '../route';
import { seriesPath } from './shared';

/**
 * What the pictures of two people are drawn from (PRACTICE D7): of one series, for its two people alone (E6), and
 * made of nothing but what lies with both. No page of one's own is opened for it.
 */
export const pictureRoutes: readonly Route[] = [
  route({
    name: 'getPictures',
    method: 'GET',
    path: '/api/series/{seriesId}/pictures',
    kind: 'read',
    auth: 'series',
    summary:
      'The last 24 months in counts and dates: meetings, who raised topics, answered feedback each way, ' +
      'check-ins that both gave, and the talk shares that both kept.',
    params: seriesPath,
    body: null,
    output: picturesView,
    async handle(call) {
      const { documents } = call.services;
      const where = seriesPartition(call.path.seriesId);
      const { series } = await readSeries(call, call.path.seriesId);
      requireBetweenMeetings(series);
      // Meetings and talk shares come with the latest first; what has no order of time is read whole.
      const [meetings, talkShares, checkIns, feedback] = await Promise.all([
        documents.list<MeetingRecord>(where, 'meeting', DRAWN_MEETINGS),
        documents.list<TalkShareRecord>(where, 'talkShare', DRAWN_MEETINGS),
        listAll<RevealedCheckIn>(documents, where, 'checkIn'),
        listAll<Feedback>(documents, where, 'feedback'),
      ]);
      const drawn = {
        meetings: meetings.documents.map(({ value }) => value),
        talkShares: talkShares.documents.map(({ value }) => value),
        checkIns,
        feedback,
      };
      return { value: drawPictures(drawn, series, call.at) };
    },
  }),
];
