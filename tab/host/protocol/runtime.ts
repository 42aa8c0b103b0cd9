/** The version of teams-js whose calls this host knows; `people.selectPeople` asks for at least 2.0.0. */
export const SDK_VERSION = '2.58.0';

/**
 * What this host can do (teams-js: public/runtime). What is not listed teams-js refuses by itself with
 * NOT_SUPPORTED_ON_PLATFORM, as it does in a Teams client without it.
 */
export const runtime = {
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: false,
  hostVersionsInfo: {},
  supports: {
    app: { notifySuccessResponse: {} },
    chat: {},
    pages: {},
    people: {},
  },
};
