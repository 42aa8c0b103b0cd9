/** The version of teams-js whose calls this host knows; `people.selectPeople` asks for at least 2.0.0. */
export const SDK_VERSION = '2.58.0';

/**
 * What this host can do (teams-js: public/runtime). What is not listed teams-js refuses by itself with
 * NOT_SUPPORTED_ON_PLATFORM, as it does in a Teams client without it.
 * @param outermost whether the app lies directly in this window: teams-js makes no bridge for nested sign-in in a
 * frame within a frame, as on the desk
 */
export const runtimeOf = (outermost: boolean) => ({
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: outermost,
  hostVersionsInfo: {},
  supports: {
    app: { notifySuccessResponse: {} },
    chat: {},
    pages: {},
    people: {},
    ...(outermost ? { nestedAppAuth: {} } : {}),
  },
});
