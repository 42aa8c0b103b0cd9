import { DomainError } from '@rapport/domain/errors';
import { bothAgreed } from '@rapport/domain/member';
import { startSharing } from '@rapport/domain/privatePage';
import { route, type Route } from '../route';
import { changeOwnPage } from '../writing/changePage';
import { linePath, nothing, written } from './shared';

const common = { kind: 'write', auth: 'series', output: written } as const;

const shareTopic = route({
  ...common,
  name: 'shareTopic',
  method: 'POST',
  path: '/api/series/{seriesId}/private-topics/{lineId}/share',
  summary: 'Puts an "only me" topic on the shared agenda.',
  params: linePath,
  body: nothing,
  handle: (call) => {
    const { seriesId: series, lineId: line } = call.path;
    const person = call.caller.id;
    return changeOwnPage(call, series, (page, by) => ({
      page: startSharing(page, line),
      effects: [{ type: 'publish', series, line, person, by }],
    }));
  },
});

const shareNote = route({
  ...common,
  name: 'shareNote',
  method: 'POST',
  path: '/api/series/{seriesId}/private-notes/{lineId}/share',
  summary: 'Puts a note that was meant for both before both, once both agreed to the terms.',
  params: linePath,
  body: nothing,
  handle: (call) => {
    const { seriesId: series, lineId: line } = call.path;
    const person = call.caller.id;
    return changeOwnPage(call, series, (page, by, head) => {
      if (!bothAgreed(head)) throw new DomainError('terms.notAgreed');
      return {
        page: startSharing(page, line),
        effects: [{ type: 'publish', series, line, person, by }],
      };
    });
  },
});

/** What somebody kept to themselves, put before both by a press of theirs (PRACTICE C4, C6). */
export const sharingRoutes: readonly Route[] = [shareTopic, shareNote];
