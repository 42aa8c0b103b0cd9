import { removeKept, restoreKept } from '@rapport/domain/keptNotes';
import { restoreKeptNoteInput } from '@rapport/domain/note.schema';
import { removeLineInput } from '@rapport/domain/topic.schema';
import * as z from 'zod/mini';
import { route, type Route } from '../route';
import { changeKept } from '../writing/changeKept';
import { linePath, meetingPath, nothing } from './shared';

const common = {
  method: 'POST',
  kind: 'write',
  auth: 'series',
  params: z.extend(meetingPath, linePath.shape),
  output: nothing,
} as const;
const at = '/api/series/{seriesId}/meetings/{number}/private-notes/{lineId}';

/** One's own words stay one's own when the meeting is over; what both read of it does not change (PRACTICE D1, E2). */
export const pastNoteRoutes: readonly Route[] = [
  route({
    ...common,
    name: 'removePastNote',
    path: `${at}/remove`,
    summary: "Removes one's own private note of a past meeting; its words are deleted at once.",
    body: removeLineInput,
    handle: (call) =>
      changeKept(
        call,
        call.path,
        (kept, doing) => removeKept(kept, { id: call.path.lineId, ...call.body }, doing),
        true,
      ),
  }),
  route({
    ...common,
    name: 'restorePastNote',
    path: `${at}/restore`,
    summary: 'Undoes that: the author sends the words again, to the same place.',
    body: restoreKeptNoteInput,
    handle: (call) =>
      changeKept(
        call,
        call.path,
        (kept, doing) => restoreKept(kept, { id: call.path.lineId, ...call.body }, doing),
        false,
      ),
  }),
];
