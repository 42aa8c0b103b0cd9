import { keepIntroduction } from '@rapport/domain/aboutUs';
import { shapeSeriesInput } from '@rapport/domain/series.schema';
import { shapeSeries } from '@rapport/domain/shape';
import { introductionOf } from '@rapport/domain/introduction';
import { route, type Route } from '../route';
import { changeAboutUs } from '../writing/changeAboutUs';
import { seriesPath, written } from './shared';

/** Rhythm, length, format, labels and introduction of a 1:1, while it goes on (PRACTICE A2, C1, C2). */
export const shapeRoutes: readonly Route[] = [
  route({
    name: 'shapeSeries',
    method: 'PATCH',
    path: '/api/series/{seriesId}',
    kind: 'write',
    auth: 'series',
    summary: 'Changes rhythm, length, format or labels; the introduction its author alone.',
    params: seriesPath,
    body: shapeSeriesInput,
    output: written,
    handle: (call) =>
      changeAboutUs(call, call.path.seriesId, ({ series, aboutUs }, { by, at }) => {
        const shaped = shapeSeries(series, by, call.body, at);
        // Before somebody is named nobody has read it.
        const unread = !series.report && !series.invitation?.to;
        return unread || shaped.introduction === series.introduction
          ? { series: shaped, aboutUs }
          : { series: shaped, aboutUs: keepIntroduction(aboutUs, introductionOf(series), at) };
      }),
  }),
];
