import { PROBLEM_CODES, statusOf, titleOf, type ProblemCode } from '../problem';
import type { Route } from '../route';
import { refTo, type Json } from './json';
import { REFUSALS } from './refusals';

const startingWith = (prefix: string): ProblemCode[] =>
  PROBLEM_CODES.filter((code) => code.startsWith(prefix));

/** What every route of this kind may refuse (pipeline.ts), whatever it is about. */
function generalTo({ auth, kind, body }: Pick<Route, 'auth' | 'kind' | 'body'>): ProblemCode[] {
  return [
    ...startingWith('input.'),
    ...(body ? startingWith('request.') : []),
    ...(kind === 'write' ? startingWith('idempotencyKey.') : []),
    ...(auth === 'nobody' ? [] : (['signIn.required', 'signIn.unavailable'] as const)),
    ...(auth === 'nobody' ? [] : (['busy', 'keys.unavailable'] as const)),
    ...(auth === 'series' ? (['series.notFound'] as const) : []),
    ...(auth === 'invited' ? (['series.notFound', 'invitation.notFound'] as const) : []),
    'unexpected',
  ];
}

/** Every code that a route may refuse with. */
export const codesOf = (route: Route): ReadonlySet<ProblemCode> =>
  new Set([...generalTo(route), ...(REFUSALS[route.name] ?? [])]);

/** Refusals that many routes have exactly alike, by the name they have in the description. */
const COMMON: Readonly<Record<string, readonly ProblemCode[]>> = {
  AddressRefused: startingWith('input.'),
  BodyRefused: [...startingWith('input.'), 'request.notJson'],
  WriteRefused: [
    ...startingWith('input.'),
    'request.notJson',
    'idempotencyKey.missing',
    'idempotencyKey.malformed',
  ],
  SignInRequired: ['signIn.required'],
  SeriesNotFound: ['series.notFound'],
  Stale: ['version.stale'],
  TooLarge: ['request.tooLarge'],
  NotJson: ['request.contentType'],
  KeyReused: ['idempotencyKey.reused'],
  Unexpected: ['unexpected'],
  NotNow: ['signIn.unavailable', 'keys.unavailable', 'busy'],
  LineNotYours: ['line.notYours'],
  TopicNotFound: ['series.notFound', 'topic.unknown'],
  FeedbackNotFound: ['series.notFound', 'feedback.unknown'],
  SeriesFullOrEnded: ['series.full', 'series.ended'],
  OwnPageNotNow: ['signIn.unavailable', 'keys.unavailable', 'busy', 'topic.beingShared'],
};

const keyOf = (codes: readonly ProblemCode[]): string => codes.toSorted().join();
const COMMON_NAMES = new Map(Object.entries(COMMON).map(([name, codes]) => [keyOf(codes), name]));

/** What a route refuses, by status: a common answer by its name, or one of its own. */
export function refusalsOf(route: Route): Record<string, Json> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codesOf(route)) {
    const status = statusOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const common = COMMON_NAMES.get(keyOf(codes));
      return [status, common ? { $ref: `#/components/responses/${common}` } : answerOf(codes)];
    }),
  );
}

const answerOf = (codes: readonly ProblemCode[]): Json => ({
  description: codes.map((code) => `\`${code}\`: ${titleOf(code)}`).join('\n\n'),
  headers: {
    'rapport-time': { $ref: '#/components/headers/RapportTime' },
    ...(codes.some((code) => statusOf(code) === 503)
      ? { 'retry-after': { $ref: '#/components/headers/RetryAfter' } }
      : {}),
    ...(codes.includes('signIn.required')
      ? { 'www-authenticate': { $ref: '#/components/headers/WwwAuthenticate' } }
      : {}),
  },
  content: {
    'application/problem+json': {
      schema: { allOf: [refTo('Problem'), { properties: { code: { enum: codes } } }] },
    },
  },
});

/** The answers that `refusalsOf` refers to. */
export const COMMON_ANSWERS: Readonly<Record<string, Json>> = Object.fromEntries(
  Object.entries(COMMON).map(([name, codes]) => [name, answerOf(codes)]),
);

/** The problem document of RFC 9457, as `problemDocument` makes it. */
export const PROBLEM_SCHEMA: Json = {
  type: 'object',
  description: 'Why not (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'reference'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: PROBLEM_CODES },
    field: { type: 'string', description: 'The input at fault, dotted.' },
    reference: { type: 'string', format: 'uuid', description: 'Leads to the line in the log.' },
  },
  additionalProperties: false,
};
