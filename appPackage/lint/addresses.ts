import type { Rule } from './manifest';

const LOCAL = /^(localhost|127\.|\[?::1)/;

/** Every tab has an address of its own that Teams may frame, and no two tabs share an entityId. */
export const tabs: Rule = ({ staticTabs = [], validDomains = [] }) => {
  const seen = new Set<string>();
  return staticTabs.flatMap(({ entityId, contentUrl, websiteUrl, scopes, context = [] }) => {
    const at = `staticTabs ${entityId}`;
    const found: string[] = [];
    if (seen.has(entityId)) found.push(`${at}: two tabs have this entityId.`);
    seen.add(entityId);
    if (contentUrl === undefined) found.push(`${at}: has no contentUrl.`);
    for (const [name, url] of Object.entries({ contentUrl, websiteUrl })) {
      if (url !== undefined) found.push(...wrongAddress(`${at}: ${name}`, url, validDomains));
    }
    const personal = context.includes('personalTab');
    if (personal !== scopes.includes('personal')) {
      found.push(`${at}: personalTab goes with the scope personal, the others with groupChat.`);
    }
    return found;
  });
};

function wrongAddress(at: string, url: string, validDomains: readonly string[]): string[] {
  if (!URL.canParse(url)) return [`${at} is no address: ${url}`];
  const { protocol, hostname, host } = new URL(url);
  if (protocol !== 'https:') return [`${at} has to begin with https://.`];
  if (LOCAL.test(hostname)) return [`${at} leads to the machine of whoever opens it.`];
  if (!validDomains.includes(host)) return [`${at}: ${host} is not among validDomains.`];
  return [];
}

/** Domains are names alone, without a wildcard that would let others in. */
export const domains: Rule = ({ validDomains = [] }) =>
  validDomains
    .filter((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))
    .map((domain) => `validDomains: ${domain} is not the plain name of a domain.`);

/** Tokens are asked for one app: the one the package names, at the address its tabs come from. */
export const signIn: Rule = ({ webApplicationInfo, validDomains = [] }) => {
  if (!webApplicationInfo) return ['webApplicationInfo is missing: nobody could sign in.'];
  const { id, resource, nestedAppAuthInfo = [] } = webApplicationInfo;
  const ends = validDomains.map((domain) => `api://${domain}/${id}`);
  return [
    ...(resource !== undefined && ends.includes(resource)
      ? []
      : [`webApplicationInfo.resource has to be ${ends.join(' or ')}.`]),
    ...nestedAppAuthInfo
      .filter(
        ({ redirectUri }) => !validDomains.includes(redirectUri.replace(/^brk-multihub:\/\//, '')),
      )
      .map(
        ({ redirectUri }) => `nestedAppAuthInfo: ${redirectUri} belongs to no tab of the package.`,
      ),
  ];
};
