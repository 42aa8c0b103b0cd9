import { legacyContext, teamsThemeName, type ContextInput } from './context';
import { ErrorCode, failure, notSupported, wrongFrame } from './errors';
import { functions } from './functions';
import { readRequest, responseTo, type AppRequest, type HostMessage } from './messages';
import { answerNested, NESTED_AUTH } from './nestedAuth';
import type { HostServices } from './services';

/** A message event, as far as trust and content need it. */
export interface Incoming {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

export interface HostProtocolOptions {
  /** The one origin the app is served from; nothing else is heard. */
  readonly appOrigin: string;
  /** The window of the app's frame; another window of the same origin is not heard either. */
  readonly appWindow: () => unknown;
  readonly context: () => ContextInput;
  readonly services: HostServices;
  /** Posts to the app's window, at the app's origin. */
  readonly post: (message: HostMessage) => void;
}

export interface HostProtocol {
  /** Answers a request of the app; anything from elsewhere is ignored. Never throws. */
  receive(event: Incoming): Promise<void>;
  /** The person switched the theme. */
  themeChanged(): void;
}

/** One frame's host: what Teams does with the messages of the app it shows. */
export function createHostProtocol(options: HostProtocolOptions): HostProtocol {
  const { appOrigin, appWindow, context, services, post } = options;
  const handlers = new Set<string>();

  async function answer({ func, args, data }: AppRequest): Promise<readonly unknown[] | null> {
    if (func === 'registerHandler') {
      if (typeof args[0] === 'string') handlers.add(args[0]);
      return null;
    }
    if (func === 'getContext') return [legacyContext(context())];
    if (func === NESTED_AUTH) return answerNested(data, { context: context(), services });
    const known = functions.get(func);
    if (!known) return failure(func, notSupported(func));
    const { frame } = context().place;
    if (known.frames && !known.frames.includes(frame)) {
      return failure(func, wrongFrame(known.frames, frame));
    }
    return known.answer(args, { context: context(), services });
  }

  return {
    async receive(event) {
      if (event.origin !== appOrigin || event.source !== appWindow()) return;
      const request = readRequest(event.data);
      if (!request) return;
      // A page that starts again registers again.
      if (request.func === 'initialize') handlers.clear();
      const args = await answer(request).catch(() =>
        failure(request.func, {
          errorCode: ErrorCode.internalError,
          message: `${request.func} failed in the host.`,
        }),
      );
      if (args) post(responseTo(request, args));
    },
    themeChanged() {
      const input = context();
      if (handlers.has('themeChange')) {
        post({ func: 'themeChange', args: [teamsThemeName(input.theme)] });
      }
      if (handlers.has('contextChange'))
        post({ func: 'contextChange', args: [legacyContext(input)] });
    },
  };
}
