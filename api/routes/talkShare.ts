import { asksAfter, type RevealedCheckIn } from '@rapport/domain/checkIn';
import { DomainError } from '@rapport/domain/errors';
import type { MeetingRecord } from '@rapport/domain/meeting.schema';
import { bothAgreed } from '@rapport/domain/member';
import {
  LOOKED_BACK,
  offerTalkShare,
  requireBetweenMeetings,
  requireFinished,
  talkShareFor,
  withoutOffer,
  type TalkShareRecord,
} from '@rapport/domain/talkShare';
import {
  dropTalkShareInput,
  keepTalkShareInput,
  talkShareView,
} from '@rapport/domain/talkShare.schema';
import { checkInPlacing, seriesPartition } from '../places';
import { readSeries } from '../reading/readSeries';
import { route, type Route } from '../route';
import { changeOwnPage } from '../writing/changePage';
import { readPage } from '../writing/changeSeries';
import { seriesPath, written } from './shared';

const at = '/api/series/{seriesId}/talk-share';

const getTalkShare = route({
  name: 'getTalkShare',
  method: 'GET',
  path: at,
  kind: 'read',
  auth: 'series',
  summary:
    'Who raised topics in the last meetings, both estimates of the talking, and the numbers that both kept.',
  params: seriesPath,
  body: null,
  output: talkShareView,
  async handle(call) {
    const { documents } = call.services;
    const where = seriesPartition(call.path.seriesId);
    const { series } = await readSeries(call, call.path.seriesId);
    requireBetweenMeetings(series);
    const [meetings, records, page] = await Promise.all([
      documents.list<MeetingRecord>(where, 'meeting', LOOKED_BACK),
      // As many at most as there are meetings: the latest first, as they come.
      documents.list<TalkShareRecord>(where, 'talkShare', LOOKED_BACK),
      readPage(call, call.path.seriesId),
    ]);
    const looked = meetings.documents.map(async ({ value: meeting }) => {
      const both = asksAfter(meeting.number)
        ? await documents.read<RevealedCheckIn>(where, checkInPlacing(meeting.number).id)
        : null;
      const record = records.documents.find(({ value }) => value.meeting === meeting.number);
      const source = {
        meeting,
        mine: page.checkIns,
        both: both?.value ?? null,
        offers: page.talkShares ?? [],
        record: record?.value ?? null,
      };
      return talkShareFor(source, call.at);
    });
    return { value: { meetings: await Promise.all(looked) } };
  },
});

const keep = route({
  name: 'keepTalkShare',
  method: 'POST',
  path: at,
  kind: 'write',
  auth: 'series',
  summary:
    'Would keep a number of a past meeting: shown to nobody, unless the other one would keep one within 14 days.',
  params: seriesPath,
  body: keepTalkShareInput,
  output: written,
  handle: (call) =>
    changeOwnPage(call, call.path.seriesId, (page, _by, series) => {
      if (!bothAgreed(series)) throw new DomainError('terms.notAgreed');
      const version = page.version + 1;
      const given = { ...call.body, at: call.at, version };
      const talkShares = offerTalkShare(page.talkShares ?? [], given, series);
      const effect = { type: 'keepTalkShare', series: series.id, meeting: given.meeting } as const;
      return { page: { ...page, version, talkShares }, effects: [effect] };
    }),
});

const drop = route({
  name: 'dropTalkShare',
  method: 'POST',
  path: `${at}/drop`,
  kind: 'write',
  auth: 'series',
  summary: 'Takes back what the caller would keep of a meeting; what both kept is gone for both.',
  params: seriesPath,
  body: dropTalkShareInput,
  output: written,
  handle(call) {
    const { seriesId } = call.path;
    const { meeting } = call.body;
    const afterEnd = true;
    return changeOwnPage(
      call,
      seriesId,
      (page, by, series) => {
        requireFinished(series, meeting);
        const version = page.version + 1;
        const talkShares = [...withoutOffer(page.talkShares ?? [], meeting)];
        const effect = { type: 'dropTalkShare', series: series.id, meeting, by } as const;
        return {
          page: { ...page, version, talkShares },
          effects: [{ ...effect, upTo: version }],
        };
      },
      afterEnd,
    );
  },
});

export const talkShareRoutes: readonly Route[] = [getTalkShare, keep, drop];
