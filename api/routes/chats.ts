import { otherInChat, peopleOfChat } from '@rapport/domain/chat';
import { isInvited } from '@rapport/domain/invitation';
import { roleOf } from '@rapport/domain/member';
import { type Series } from '@rapport/domain/series';
import { uuid } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';
import { runEffects } from '../effects/runEffects';
import {
  chatKeyOf,
  chatPlacing,
  HEAD,
  personPartition,
  seriesPartition,
  type ChatPointer,
} from '../places';
import { Problem } from '../problem';
import { personOf, route, type Answer, type Call, type Route } from '../route';
import { writeOnce } from '../writing/writeOnce';
import { chatInput, nothing } from './shared';

type ChatCall<P> = Call<P, z.output<typeof chatInput>>;

/**
 * The key of the host's chat, if it may be the caller's at all: a 1:1 chat's id has to name them.
 * @throws Problem `chat.notYours`
 */
export function requireOwnChat({ caller, body }: ChatCall<unknown>): string {
  if (peopleOfChat(body.chatId) && !otherInChat(body.chatId, caller.oid)) {
    throw new Problem('chat.notYours', 'chatId');
  }
  return chatKeyOf(caller.tid, body.chatId);
}

const found = z.strictObject({
  state: z.enum(['series', 'invitation', 'asked', 'none']),
  series: z.nullable(uuid),
});

const findChat = route({
  name: 'findChat',
  method: 'POST',
  path: '/api/chats/find',
  kind: 'query',
  auth: 'person',
  summary:
    'What a chat or meeting is to the caller: one of their series, an invitation, or nothing.',
  params: nothing,
  body: chatInput,
  output: found,
  async handle(call): Promise<Answer<z.output<typeof found>>> {
    const { documents } = call.services;
    const place = chatPlacing(requireOwnChat(call));
    const pointer = await documents.read<ChatPointer>(personPartition(call.caller.id), place.id);
    if (!pointer) return { value: { state: 'none', series: null } };
    const { series, askedAt } = pointer.value;
    if (series === null) return { value: { state: askedAt ? 'asked' : 'none', series: null } };
    const head = await documents.read<Series>(seriesPartition(series), HEAD.id);
    if (head && roleOf(head.value, call.caller.id)) return { value: { state: 'series', series } };
    if (head && isInvited(head.value, call.caller.id, call.at)) {
      return { value: { state: 'invitation', series } };
    }
    return { value: { state: 'none', series: null } };
  },
});

const askToJoin = route({
  name: 'askToJoin',
  method: 'POST',
  path: '/api/join-requests',
  kind: 'write',
  auth: 'person',
  summary:
    'Asks whoever set up a 1:1 in this meeting chat to let the caller join. Answers the same whether ' +
    'somebody did or not.',
  params: nothing,
  body: chatInput,
  output: z.strictObject({ asked: z.literal(true) }),
  async handle(call) {
    const { caller, at, idempotency, services } = call;
    const chatKey = requireOwnChat(call);
    const person = personOf(caller);
    const { value, pending } = await writeOnce<ChatPointer, { asked: true }>(
      call,
      {
        partition: personPartition(caller.id),
        placing: chatPlacing(chatKey),
        authorise: () => undefined,
      },
      (current) => {
        if (current?.series) return { value: current };
        return {
          value: { series: null, askedAt: at },
          effects: [{ type: 'ask', chatKey, requestId: idempotency.key, person, at }],
        };
      },
      () => ({ asked: true }),
    );
    // After the answer, so that how long it took says nothing either.
    void runEffects(services, pending);
    return { status: 202, value };
  },
});

export const chatRoutes: readonly Route[] = [findChat, askToJoin];
