import {
  aboutUsFor,
  answerSubject,
  changeValues,
  EMPTY_ABOUT_US,
  type AboutUs,
  type ValueCommand,
} from '@rapport/domain/aboutUs';
import { aboutUsView, addValueInput, answerInput } from '@rapport/domain/aboutUs.schema';
import { bothAgreed, next } from '@rapport/domain/member';
import { subject } from '@rapport/domain/subject.schema';
import { uuid } from '@rapport/domain/text.schema';
import { editLineInput, removeLineInput } from '@rapport/domain/topic.schema';
import * as z from 'zod/mini';
import { ABOUT_US, seriesPartition } from '../places';
import { readSeries } from '../reading/readSeries';
import { route, type Route } from '../route';
import { changeAboutUs } from '../writing/changeAboutUs';
import { type AnyCall } from '../writing/changeSeries';
import { linePath, seriesPath, written } from './shared';

const write = { kind: 'write', auth: 'series', output: written } as const;
const at = '/api/series/{seriesId}/about-us';
const values = '/api/series/{seriesId}/values';

const onValues = (call: AnyCall, seriesId: string, command: ValueCommand) =>
  changeAboutUs(call, seriesId, ({ series, aboutUs }, doing) => ({
    series,
    aboutUs: changeValues(aboutUs, command, doing, bothAgreed(series)),
    untold: !bothAgreed(series),
  }));

const getAboutUs = route({
  name: 'getAboutUs',
  method: 'GET',
  path: at,
  kind: 'read',
  auth: 'series',
  summary: 'What the two told each other about themselves, and what is the caller’s to answer.',
  params: seriesPath,
  body: null,
  output: aboutUsView,
  async handle(call) {
    const { documents } = call.services;
    const where = seriesPartition(call.path.seriesId);
    const [{ series, by }, page] = await Promise.all([
      readSeries(call, call.path.seriesId),
      documents.read<AboutUs>(where, ABOUT_US.id),
    ]);
    const { known, meeting } = series;
    const reader = { known, by, meeting: meeting.number, agreed: bothAgreed(series) };
    return { value: aboutUsFor(page?.value ?? EMPTY_ABOUT_US, reader) };
  },
});

/** Getting to know each other, and what the two care about (PRACTICE A4, C2). */
export const aboutUsRoutes: readonly Route[] = [
  getAboutUs,
  route({
    ...write,
    name: 'answerSubject',
    method: 'PUT',
    path: `${at}/{subject}`,
    summary: 'Answers, corrects or skips (null) one subject about oneself.',
    params: z.strictObject({ seriesId: uuid, subject }),
    body: answerInput,
    handle: (call) =>
      changeAboutUs(call, call.path.seriesId, ({ series, aboutUs }, doing) => {
        const { meeting } = series;
        const agreed = bothAgreed(series);
        const done = answerSubject(
          { aboutUs, known: series.known, meeting: meeting.number, agreed },
          { subject: call.path.subject, text: call.body.text },
          doing,
        );
        const dealt = done.known !== series.known;
        // What the manager dealt with is open to the report from then on; what the report skipped is nobody's.
        const untold = !(dealt && doing.by === 'manager') && !(agreed && done.aboutUs !== aboutUs);
        const known = { manager: [...done.known.manager], report: [...done.known.report] };
        const head = untold ? { ...series, known } : next(series, { known });
        return { series: dealt ? head : series, aboutUs: done.aboutUs, untold };
      }),
  }),
  route({
    ...write,
    name: 'addValue',
    method: 'POST',
    path: values,
    summary: 'Adds what the caller cares about in working together: five lines in all.',
    params: seriesPath,
    body: addValueInput,
    handle: async (call) => ({
      ...(await onValues(call, call.path.seriesId, { type: 'add', ...call.body })),
      status: 201,
    }),
  }),
  route({
    ...write,
    name: 'editValue',
    method: 'PATCH',
    path: `${values}/{lineId}`,
    summary: "Changes the words of one's own line.",
    params: linePath,
    body: editLineInput,
    handle: (call) =>
      onValues(call, call.path.seriesId, { type: 'edit', id: call.path.lineId, ...call.body }),
  }),
  route({
    ...write,
    name: 'removeValue',
    method: 'POST',
    path: `${values}/{lineId}/remove`,
    summary: "Removes one's own line; its words are deleted at once.",
    params: linePath,
    body: removeLineInput,
    handle: (call) =>
      onValues(call, call.path.seriesId, { type: 'remove', id: call.path.lineId, ...call.body }),
  }),
];
