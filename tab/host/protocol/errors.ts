/** The codes of teams-js (public/interfaces, ErrorCode) that this host answers with. */
export const ErrorCode = {
  notSupportedOnPlatform: 100,
  internalError: 500,
  notSupportedInCurrentContext: 501,
  invalidArguments: 4000,
  userAbort: 8000,
} as const;

export interface SdkError {
  readonly errorCode: number;
  readonly message: string;
}

export const notSupported = (func: string): SdkError => ({
  errorCode: ErrorCode.notSupportedOnPlatform,
  message: `${func} is not supported by this host.`,
});

/** Worded as teams-js words it before it would even ask. */
export const wrongFrame = (allowed: readonly string[], current: string): SdkError => ({
  errorCode: ErrorCode.notSupportedInCurrentContext,
  message: `This call is only allowed in following contexts: ${JSON.stringify(allowed)}. Current context: "${current}".`,
});

/**
 * Functions whose answer is `[succeeded, reason]` (teams-js: sendAndHandleStatusAndReason). All others
 * take the error as the first argument.
 */
const STATUS_AND_REASON: ReadonlySet<string> = new Set([
  'authentication.authenticate',
  'authentication.getAuthToken',
  'calendar.composeMeeting',
  'calendar.openCalendarItem',
  'call.startCall',
  'chat.openChat',
  'conversations.openConversation',
  'executeDeepLink',
  'mail.composeMail',
  'mail.openMailItem',
  'navigateBack',
  'navigateCrossDomain',
  'navigateToTab',
  'pages.navigateToApp',
  'search.closeSearch',
  'settings.setSettings',
]);

/** How a function's failure travels. */
export const failure = (func: string, error: SdkError): readonly unknown[] =>
  STATUS_AND_REASON.has(func) ? [false, error.message] : [error];
