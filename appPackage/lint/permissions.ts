import type { Permission, Rule } from './manifest';

/**
 * The permissions Rapport uses, and what for ("Resource-specific consent for your Teams app"). Whoever
 * consents to more than this would consent to nothing Rapport does.
 */
export const USED: readonly (Permission & { readonly why: string })[] = [
  {
    name: 'OnlineMeeting.ReadBasic.Chat',
    type: 'Delegated',
    why: 'when the meeting around the panel is scheduled to end',
  },
  {
    name: 'TeamsActivity.Send.User',
    type: 'Application',
    why: 'notifications in the activity feed, without content',
  },
];

const same = (one: Permission) => (other: Permission) =>
  one.name === other.name && one.type === other.type;

/** Exactly the permissions that are used, each of its kind. */
export const permissions: Rule = ({ authorization }) => {
  const named = authorization?.permissions?.resourceSpecific ?? [];
  return [
    ...named
      .filter((one) => !USED.some(same(one)))
      .map(({ name, type }) => `permissions: ${name} (${type}) is nothing that Rapport uses.`),
    ...USED.filter((one) => !named.some(same(one))).map(
      ({ name, type, why }) => `permissions: ${name} (${type}) is missing: ${why}.`,
    ),
  ];
};
