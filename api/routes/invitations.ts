import { oneOnOneChatId } from '@rapport/domain/chat';
import { acceptInvitation, declineInvitation, isInvited } from '@rapport/domain/invitation';
import { bindOwnChat, type Series } from '@rapport/domain/series';
import { acceptInput, invitationView } from '@rapport/domain/series.schema';
import { invitationFor } from '@rapport/domain/view';
import { asOf } from '@rapport/domain/succession';
import * as z from 'zod/mini';
import { chatKeyOf, HEAD, seriesPartition } from '../places';
import { Problem } from '../problem';
import { personOf, route, type Route } from '../route';
import { writeHead, type AnyCall } from '../writing/changeSeries';
import { nothing, seriesPath, written } from './shared';

/** Only the invited person is told that an invitation ever was; to everybody else there is none. */
function requireNamed(series: Series, call: AnyCall): void {
  const named = series.invitation?.to?.id ?? series.report?.person.id;
  if (named !== call.caller.id) throw new Problem('invitation.notFound');
}

const getInvitation = route({
  name: 'getInvitation',
  method: 'GET',
  path: '/api/invitations/{seriesId}',
  kind: 'read',
  auth: 'invited',
  summary: 'What an invited person reads before joining: inviter, introduction, rhythm, terms.',
  params: seriesPath,
  body: null,
  output: invitationView,
  async handle(call) {
    const { documents } = call.services;
    const head = await documents.read<Series>(seriesPartition(call.path.seriesId), HEAD.id);
    const view =
      head &&
      isInvited(asOf(head.value, call.at), call.caller.id, call.at) &&
      invitationFor(head.value);
    if (!view) throw new Problem('invitation.notFound');
    return { value: view };
  },
});

const accept = route({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/{seriesId}/accept',
  kind: 'write',
  auth: 'invited',
  summary: 'Joins the series, with or without agreeing to the terms at once.',
  params: seriesPath,
  body: acceptInput,
  output: written,
  handle(call) {
    const { caller } = call;
    return writeHead(call, call.path.seriesId, {
      authorise: (series) => requireNamed(series, call),
      change: (series) => {
        const person = personOf(caller);
        const joined = acceptInvitation(series, person, call.body, call.at);
        const managerOid = series.manager.person.id.slice(caller.tid.length + 1);
        return bindOwnChat(joined, chatKeyOf(caller.tid, oneOnOneChatId(managerOid, caller.oid)));
      },
    });
  },
});

const decline = route({
  name: 'declineInvitation',
  method: 'POST',
  path: '/api/invitations/{seriesId}/decline',
  kind: 'write',
  auth: 'invited',
  summary: 'Says "not now"; no reason is asked.',
  params: seriesPath,
  body: nothing,
  output: z.strictObject({ declined: z.literal(true) }),
  async handle(call) {
    await writeHead(call, call.path.seriesId, {
      authorise: (series) => requireNamed(series, call),
      change: (series) => declineInvitation(series, call.caller.id, call.at),
    });
    // Without the version: how much was prepared is not theirs to know.
    return { value: { declined: true as const } };
  },
});

export const invitationRoutes: readonly Route[] = [getInvitation, accept, decline];
