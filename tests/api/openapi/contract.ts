import { describeApi } from '@rapport/api/openapi';
import { routes } from '@rapport/api/routes/table';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020';
import type { Reply } from '../support/world';

type Media = Readonly<Record<string, { readonly schema: AnySchema; readonly example?: unknown }>>;

export interface DescribedAnswer {
  readonly $ref?: string;
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Media;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security?: readonly unknown[];
  readonly parameters: readonly {
    readonly $ref?: string;
    readonly in?: string;
    readonly name?: string;
  }[];
  readonly requestBody?: { readonly content: Media };
  readonly responses: Readonly<Record<string, DescribedAnswer>>;
}

export interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly tags: readonly { readonly name: string }[];
  readonly components: Readonly<Record<string, Readonly<Record<string, AnySchema>>>>;
}

/** The description, and what it says about somebody's requests and answers. */
export interface Contract {
  readonly description: Description;
  readonly operations: ReadonlyMap<string, Operation>;
  /** What is wrong with this body of a request; null: nothing. */
  wrongBody(route: string, body: unknown): string | null;
  /** What is wrong with this answer: its status, its headers, or its body; null: nothing. */
  wrongAnswer(
    route: string,
    reply: Pick<Reply, 'status' | 'headers' | 'json' | 'text'>,
  ): string | null;
}

const BASE = 'https://rapport.test/openapi.json';

/** Made from the description as it is served: what JSON leaves out is left out here as well. */
export function openContract(): Contract {
  const description = JSON.parse(JSON.stringify(describeApi(routes))) as Description;
  // Formats beside the patterns are for people; ajv has none of its own.
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(description, BASE);
  const operations = new Map(
    Object.values(description.paths).flatMap((path) =>
      Object.values(path).map((operation) => [operation.operationId, operation] as const),
    ),
  );
  const operationOf = (route: string): Operation => {
    const operation = operations.get(route);
    if (!operation) throw new Error(`no operation ${route}`);
    return operation;
  };
  const checks = new Map<unknown, ReturnType<typeof ajv.compile>>();

  function wrong(schema: AnySchema, value: unknown): string | null {
    const check = checks.get(schema) ?? ajv.compile(absolute(schema));
    checks.set(schema, check);
    return check(value) ? null : ajv.errorsText(check.errors);
  }

  function answerOf(route: string, status: number): DescribedAnswer | undefined {
    const answer = operationOf(route).responses[status];
    return answer?.$ref ? (resolve(description, answer.$ref) as DescribedAnswer) : answer;
  }

  return {
    description,
    operations,
    wrongBody(route, body) {
      const media = operationOf(route).requestBody?.content['application/json'];
      return media ? wrong(media.schema, body) : 'this route takes no body';
    },
    wrongAnswer(route, { status, headers, json, text }) {
      const answer = answerOf(route, status);
      if (!answer) return `${status} is not described`;
      const missing = Object.keys(answer.headers ?? {}).filter(
        (name) => headers[name.toLowerCase()] === undefined,
      );
      if (missing.length > 0) return `without ${missing.join()}`;
      if (!answer.content) return text === '' ? null : 'a body where none is described';
      const type = headers['content-type'] ?? '';
      const media = answer.content[type];
      return media ? wrong(media.schema, json) : `${type} is not described`;
    },
  };
}

/** References into the description, from a part of it that stands alone. */
const absolute = (schema: AnySchema): AnySchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${BASE}#/`)) as AnySchema;

/** What a reference inside the description points at. */
export const resolve = (description: unknown, ref: string): unknown =>
  ref
    .split('/')
    .slice(1)
    .reduce((part, key) => Reflect.get(Object(part), key) as unknown, description);
