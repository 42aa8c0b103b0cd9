import { removeAgenda, saveAgenda, type OwnAgenda } from '@rapport/domain/ownAgenda';
import { ownAgenda, saveAgendaInput } from '@rapport/domain/ownAgenda.schema';
import { uuid } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';
import { PROFILE, personPartition, type Profile } from '../places';
import { route, type Call, type Route } from '../route';
import { changeProfile } from '../writing/changeProfile';
import { nothing } from './shared';

const agendaPath = z.strictObject({ agendaId: uuid });
const kept = z.strictObject({ id: uuid });
const common = { kind: 'write', auth: 'person', params: agendaPath, output: kept } as const;

async function change(
  call: Call<z.output<typeof agendaPath>, unknown>,
  decide: (agendas: readonly OwnAgenda[]) => readonly OwnAgenda[],
): Promise<{ value: z.output<typeof kept> }> {
  await changeProfile(call, (profile) => {
    const before = profile.agendas ?? [];
    const agendas = decide(before);
    return agendas === before ? profile : { ...profile, agendas };
  });
  return { value: { id: call.path.agendaId } };
}

/** Somebody's own agendas (PRACTICE D4): in their own partition, and in no series. */
export const agendaRoutes: readonly Route[] = [
  route({
    name: 'listAgendas',
    method: 'GET',
    path: '/api/home/agendas',
    kind: 'read',
    auth: 'person',
    summary: "The caller's own agendas, which nobody else reads.",
    params: nothing,
    body: null,
    output: z.strictObject({ agendas: z.array(ownAgenda) }),
    async handle({ caller, services: { documents } }) {
      const profile = await documents.read<Profile>(personPartition(caller.id), PROFILE.id);
      return { value: { agendas: [...(profile?.value.agendas ?? [])] } };
    },
  }),
  route({
    ...common,
    name: 'saveAgenda',
    method: 'PUT',
    path: '/api/home/agendas/{agendaId}',
    summary:
      "Keeps an agenda of the caller's own, or gives it another name. The id is the client's.",
    body: saveAgendaInput,
    handle: (call) =>
      change(call, (agendas) => saveAgenda(agendas, { id: call.path.agendaId, ...call.body })),
  }),
  route({
    ...common,
    name: 'removeAgenda',
    method: 'POST',
    path: '/api/home/agendas/{agendaId}/remove',
    summary: "Deletes one of the caller's own agendas.",
    body: nothing,
    handle: (call) => change(call, (agendas) => removeAgenda(agendas, call.path.agendaId)),
  }),
];
