import { parseEnv } from 'node:util';

/** What the manifest leaves open, by name. */
export type Environment = Readonly<Record<string, string>>;

/** A placeholder, written as the Microsoft 365 Agents Toolkit writes its own: `${{TAB_DOMAIN}}`. */
const PLACEHOLDER = /\$\{\{\s*(\w+)\s*\}\}/g;

/** Reads `NAME=value` lines. */
export const readEnvironment = (text: string): Environment =>
  Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? '']));

/**
 * A text of JSON with every placeholder replaced, whatever is in the value.
 * @throws Error that names all values which the environment does not have
 */
export function fill(json: string, environment: Environment): string {
  const missing = new Set<string>();
  const filled = json.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value = environment[name];
    if (value === undefined) missing.add(name);
    return JSON.stringify(value ?? '').slice(1, -1);
  });
  if (missing.size > 0) {
    throw new Error(`The environment has no ${[...missing].join(', no ')}.`);
  }
  return filled;
}
