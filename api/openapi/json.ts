export type Json = Record<string, unknown>;

/** `addTopic` → `AddTopic`: how schemas are called in the description. */
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SCHEMAS = '#/components/schemas/';

export const refTo = (name: string): Json => ({ $ref: SCHEMAS + name });

/** Names of the schemas that this part of a description refers to. */
export function refsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(refsIn);
  if (!isJson(part)) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(SCHEMAS)
      ? [value.slice(SCHEMAS.length)]
      : refsIn(value),
  );
}
