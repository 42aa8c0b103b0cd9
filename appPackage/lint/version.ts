import type { Rule } from './manifest';

/** Semantic Versioning 2.0.0, as the manifest's own description asks for; the store takes numbers only. */
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A version that can be raised, and an id of its own. */
export const version: Rule = ({ version: named = '', id = '', webApplicationInfo }) => [
  ...(VERSION.test(named) ? [] : [`version: ${named} is not three numbers, such as 1.4.0.`]),
  ...(GUID.test(id) ? [] : [`id: ${id} is no GUID.`]),
  ...(webApplicationInfo === undefined || GUID.test(webApplicationInfo.id)
    ? []
    : [`webApplicationInfo.id: ${webApplicationInfo.id} is no GUID.`]),
];

/** Nothing is left that should have been filled in. */
export const filled: Rule = (manifest) => {
  const left = [...JSON.stringify(manifest).matchAll(/\$\{\{.*?\}\}|\{\{.*?\}\}/g)];
  return left.map(([text]) => `${text} was not filled in.`);
};
