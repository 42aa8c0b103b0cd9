import { meetingContextId, type ContextInput } from './context';
import { readLink, type LinkTarget } from './deepLinks';
import { ErrorCode, failure, type SdkError } from './errors';
import { flag, textField, textsField } from './messages';
import { runtimeOf, SDK_VERSION } from './runtime';
import type { HostServices, Lifecycle } from './services';

interface Asked {
  readonly context: ContextInput;
  readonly services: HostServices;
}

export interface HostFunction {
  /** Kinds of frame in which Teams allows the call, those included that this host has not; else all. */
  readonly frames?: readonly string[];
  /** Arguments of the answer; null where teams-js waits for none. */
  answer(
    args: readonly unknown[],
    asked: Asked,
  ): readonly unknown[] | null | Promise<readonly unknown[] | null>;
}

const FAILED: SdkError = {
  errorCode: ErrorCode.invalidArguments,
  message: 'Nothing to open here.',
};

async function open(func: string, target: LinkTarget | null, { services }: Asked) {
  return target && (await services.open(target)) ? [true] : failure(func, FAILED);
}

const lifecycle = (
  read: (args: readonly unknown[]) => Lifecycle,
  reply: readonly unknown[] | null,
) => ({
  answer(args: readonly unknown[], { services }: Asked) {
    services.started(read(args));
    return reply;
  },
});

const failed = (args: readonly unknown[]): Lifecycle => ({
  phase: 'failure',
  message: [args[0], args[1]].filter((part) => typeof part === 'string').join(': '),
});

function meetingDetails({ context, services }: Asked): readonly unknown[] {
  const { chat, meeting } = context.place;
  const times = services.meeting();
  if (chat === null || !meeting || !times) {
    const message = 'There is no meeting in this context.';
    return [{ errorCode: ErrorCode.notSupportedInCurrentContext, message }, null];
  }
  const details = {
    id: meetingContextId(chat),
    title: times.subject,
    type: 'Recurring',
    scheduledStartTime: times.start,
    scheduledEndTime: times.end,
    joinUrl: times.joinUrl,
  };
  const organizer = { id: meeting.organizer.oid, tenantId: meeting.organizer.tid };
  return [null, { details, conversation: { id: chat }, organizer }];
}

/** What the host answers, by the name in the message. Shapes: teams-js 2.58, one module per prefix. */
export const functions: ReadonlyMap<string, HostFunction> = new Map<string, HostFunction>([
  [
    'initialize',
    {
      // teams-js takes the last two in either order, but its bridge for nested sign-in reads the runtime
      // only from the fourth.
      answer: (_args, { context }) => [
        context.place.frame,
        'web',
        SDK_VERSION,
        JSON.stringify(runtimeOf(context.outermost)),
      ],
    },
  ],
  ['appInitialization.appLoaded', lifecycle(() => ({ phase: 'loaded' }), null)],
  ['appInitialization.success', lifecycle(() => ({ phase: 'success' }), [undefined])],
  ['appInitialization.failure', lifecycle(failed, null)],
  ['appInitialization.expectedFailure', lifecycle(failed, null)],
  [
    'authentication.getAuthToken',
    {
      async answer(_args, { services }) {
        try {
          return [true, await services.getToken()];
        } catch {
          return [false, 'The token could not be obtained.'];
        }
      },
    },
  ],
  [
    'people.selectPeople',
    {
      frames: ['content', 'task', 'settings'],
      async answer([input], { services }) {
        const people = await services.selectPeople({
          title: textField(input, 'title'),
          single: flag(input, 'singleSelect'),
          selected: textsField(input, 'setSelected'),
        });
        if (!people) return [{ errorCode: ErrorCode.userAbort, message: 'Closed by the person.' }];
        const picked = people.map(({ oid, name, email }) => ({
          objectId: oid,
          displayName: name,
          email,
        }));
        return [null, picked];
      },
    },
  ],
  [
    'chat.openChat',
    {
      frames: ['content', 'task'],
      answer: ([input], asked) =>
        open(
          'chat.openChat',
          {
            to: 'newChat',
            people: textsField(input, 'members'),
            words: textField(input, 'message') ?? '',
          },
          asked,
        ),
    },
  ],
  [
    'executeDeepLink',
    {
      answer: ([link], asked) =>
        open('executeDeepLink', typeof link === 'string' ? readLink(link) : null, asked),
    },
  ],
  [
    'pages.navigateToApp',
    {
      answer: ([to], asked) =>
        open(
          'pages.navigateToApp',
          { to: 'app', subEntityId: textField(to, 'subPageId'), chat: textField(to, 'chatId') },
          asked,
        ),
    },
  ],
  [
    'settings.getSettings',
    {
      answer: (_args, { context, services }) => [
        {
          entityId: context.place.entityId,
          contentUrl: services.contentUrl(),
          websiteUrl: services.contentUrl(),
          suggestedDisplayName: 'Rapport',
        },
      ],
    },
  ],
  [
    'shareDeepLink',
    {
      answer([subPageId, label], { services }) {
        services.shareLink(
          typeof subPageId === 'string' ? subPageId : '',
          typeof label === 'string' ? label : '',
        );
        return null;
      },
    },
  ],
  ['setFrameContext', { answer: () => null }],
  ['returnFocus', { answer: () => null }],
  ['readyToUnload', { answer: () => null }],
  ['meeting.getMeetingDetails', { answer: (_args, asked) => meetingDetails(asked) }],
]);
