import {
  finishMeetingInput,
  meetingInput,
  meetingRecord,
  openTopicInput,
  prepareMeetingInput,
  startMeetingInput,
  type MeetingRecord,
} from '@rapport/domain/meeting.schema';
import { revealedCheckIn, type RevealedCheckIn } from '@rapport/domain/checkIn.schema';
import { note } from '@rapport/domain/note.schema';
import * as z from 'zod/mini';
import { checkInPlacing, meetingPlacing, personPartition, seriesPartition } from '../places';
import { Problem } from '../problem';
import { readKeptNotes } from '../reading/keptNotes';
import { readSeries } from '../reading/readSeries';
import { route, type Route } from '../route';
import { changeShared } from '../writing/changeShared';
import { tellClockOfOther } from '../writing/clockOfOther';
import { meetingPath, pageOfSeriesPath, seriesPath, written } from './shared';

const common = {
  kind: 'write',
  auth: 'series',
  method: 'POST',
  params: seriesPath,
  output: written,
} as const;
const at = '/api/series/{seriesId}/meeting';
const MEETINGS_PER_PAGE = 20;

const writes: readonly Route[] = [
  route({
    ...common,
    name: 'prepareMeeting',
    path: `${at}/prepare`,
    summary: 'Says what one wishes for the beginning of the coming meeting, or takes that back.',
    body: prepareMeetingInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, { type: 'prepareMeeting', ...call.body }),
  }),
  route({
    ...common,
    name: 'startMeeting',
    path: `${at}/start`,
    summary: 'Begins the meeting, in a call or without one.',
    body: startMeetingInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, { type: 'startMeeting', ...call.body }),
  }),
  route({
    ...common,
    name: 'cancelStart',
    path: `${at}/cancel-start`,
    summary: 'Takes the beginning back, where nothing has been written in the meeting yet.',
    body: meetingInput,
    handle: (call) => changeShared(call, call.path.seriesId, { type: 'cancelStart', ...call.body }),
  }),
  route({
    ...common,
    name: 'openTopic',
    path: `${at}/topic`,
    summary: 'Says which topic the two are at; begins the meeting where nobody did.',
    body: openTopicInput,
    handle: (call) => changeShared(call, call.path.seriesId, { type: 'openTopic', ...call.body }),
  }),
  route({
    ...common,
    name: 'wrapUp',
    path: `${at}/wrap-up`,
    summary: 'Turns to the end: promises and the next date.',
    body: meetingInput,
    handle: (call) => changeShared(call, call.path.seriesId, { type: 'wrapUp', ...call.body }),
  }),
  route({
    ...common,
    name: 'resumeMeeting',
    path: `${at}/resume`,
    summary: 'Goes back to the agenda.',
    body: meetingInput,
    handle: (call) =>
      changeShared(call, call.path.seriesId, { type: 'resumeMeeting', ...call.body }),
  }),
  route({
    ...common,
    name: 'finishMeeting',
    path: `${at}/finish`,
    summary: 'Ends the meeting: it is kept, and what was not discussed carries over.',
    body: finishMeetingInput,
    handle: (call) =>
      changeShared(
        call,
        call.path.seriesId,
        { type: 'finishMeeting', ...call.body },
        (before, after, by) => tellClockOfOther(call, before, after, by),
      ),
  }),
];

const listMeetings = route({
  name: 'listMeetings',
  method: 'GET',
  path: '/api/series/{seriesId}/meetings',
  kind: 'read',
  auth: 'series',
  summary: 'Past meetings, the latest first, a page at a time.',
  params: pageOfSeriesPath,
  body: null,
  output: z.strictObject({
    meetings: z.array(meetingRecord),
    continuation: z.nullable(z.string()),
  }),
  async handle(call) {
    const { documents } = call.services;
    const { seriesId, continuation } = call.path;
    await readSeries(call, seriesId);
    const page = await documents.list<MeetingRecord>(
      seriesPartition(seriesId),
      'meeting',
      MEETINGS_PER_PAGE,
      continuation ?? null,
    );
    return {
      value: {
        meetings: page.documents.map(({ value }) => value),
        continuation: page.continuation,
      },
    };
  },
});

const getMeeting = route({
  name: 'getMeeting',
  method: 'GET',
  path: '/api/series/{seriesId}/meetings/{number}',
  kind: 'read',
  auth: 'series',
  summary:
    "One past meeting, with the caller's own notes of it, and both check-ins where both gave one.",
  params: meetingPath,
  body: null,
  output: z.strictObject({
    meeting: meetingRecord,
    onlyMe: z.array(note),
    checkIn: z.nullable(revealedCheckIn),
  }),
  async handle(call) {
    const { documents } = call.services;
    const { seriesId, number } = call.path;
    const [record, kept, checkIn] = await Promise.all([
      documents.read<MeetingRecord>(seriesPartition(seriesId), meetingPlacing(number).id),
      readKeptNotes(call.services, personPartition(call.caller.id), seriesId, number),
      documents.read<RevealedCheckIn>(seriesPartition(seriesId), checkInPlacing(number).id),
      readSeries(call, seriesId),
    ]);
    if (!record) throw new Problem('meeting.notFound', 'number');
    const [onlyMe, both] = [kept ?? [], checkIn?.value ?? null];
    return { value: { meeting: record.value, onlyMe, checkIn: both } };
  },
});

export const meetingRoutes: readonly Route[] = [...writes, listMeetings, getMeeting];
