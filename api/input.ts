import type * as z from 'zod/mini';
import { Problem, type ProblemCode } from './problem';

/** A body may have this many bytes. */
export const BODY_LIMIT = 256 * 1024;
/** Of a larger one so much is still read, and thrown away: hanging up at once can outrun the answer. */
const HEARD_OUT = 8 * 1024 * 1024;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a body up to the limit and parses it as JSON in UTF-8.
 * @throws Problem `request.tooLarge`, `request.notJson`, `input.unknownField` for keys that reach into
 * prototypes
 */
export async function readJson(body: ReadableStream<Uint8Array> | null): Promise<unknown> {
  const bytes = await readLimited(body);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('request.notJson');
  }
  refuseForbiddenKeys(value, []);
  return value;
}

async function readLimited(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (body) {
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.byteLength;
      if (length <= BODY_LIMIT) chunks.push(value);
      if (length > HEARD_OUT) {
        await reader.cancel();
        break;
      }
    }
  }
  if (length > BODY_LIMIT) throw new Problem('request.tooLarge');
  return Buffer.concat(chunks);
}

function refuseForbiddenKeys(value: unknown, path: readonly string[]): void {
  if (typeof value !== 'object' || value === null || path.length > 16) return;
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEYS.has(key)) throw new Problem('input.unknownField', shown([...path, key]));
    refuseForbiddenKeys(Reflect.get(value, key), [...path, key]);
  }
}

/**
 * Checks a value against its schema.
 * @throws Problem with the code and the field of the first thing that is wrong
 */
export function checked<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (!issue) throw new Problem('input.malformed');
  throw new Problem(codeOf(issue, value), fieldOf(issue));
}

function fieldOf(issue: z.core.$ZodIssue): string | null {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys' && issue.keys[0] !== undefined) path.push(issue.keys[0]);
  return path.length > 0 ? shown(path) : null;
}

/** A field's dotted name, of which an answer needs no more than its beginning. */
const shown = (path: readonly string[]): string => path.join('.').slice(0, 200);

function codeOf(issue: z.core.$ZodIssue, value: unknown): ProblemCode {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'input.unknownField';
    case 'too_big':
      return 'input.tooLong';
    case 'too_small':
      return issue.origin === 'string' ? 'input.empty' : 'input.notAllowed';
    case 'invalid_value':
      return at(value, issue.path) === undefined ? 'input.missing' : 'input.notAllowed';
    case 'invalid_type':
      return at(value, issue.path) === undefined ? 'input.missing' : 'input.wrongType';
    case 'custom':
      // What words may be made of says so itself (text.schema.ts); every other rule is about the value.
      return issue.message === 'notPlainText' ? 'input.notPlainText' : 'input.notAllowed';
    default:
      return 'input.malformed';
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}
