import { agreeToTerms, allowCommonConcern, postponeTerms } from '@rapport/domain/member';
import { agreeInput, commonConcernInput } from '@rapport/domain/series.schema';
import { route, type Route } from '../route';
import { changeSeries } from '../writing/changeSeries';
import { seriesPath, written } from './shared';

const common = {
  kind: 'write',
  auth: 'series',
  method: 'POST',
  params: seriesPath,
  output: written,
} as const;
const at = '/api/series/{seriesId}/terms';

/** The information terms between two people (PRACTICE C6). */
export const termsRoutes: readonly Route[] = [
  route({
    ...common,
    name: 'agreeToTerms',
    path: at,
    summary: 'Agrees to the information terms.',
    body: agreeInput,
    handle: (call) =>
      changeSeries(call, call.path.seriesId, (series, by) =>
        agreeToTerms(series, by, call.body.terms, call.at),
      ),
  }),
  route({
    ...common,
    name: 'postponeTerms',
    path: `${at}/later`,
    summary:
      'Not now: the caller is not asked about this version again; the other one is not told.',
    body: agreeInput,
    handle: (call) =>
      changeSeries(call, call.path.seriesId, (series, by) =>
        postponeTerms(series, by, call.body.terms),
      ),
  }),
  route({
    ...common,
    name: 'allowCommonConcern',
    path: `${at}/common-concern`,
    summary: 'The report turns exception (1), a common concern without names, on or off.',
    body: commonConcernInput,
    handle: (call) =>
      changeSeries(call, call.path.seriesId, (series, by) =>
        allowCommonConcern(series, by, call.body.on),
      ),
  }),
];
