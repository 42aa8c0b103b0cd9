import type { TokenCredential } from '@azure/identity';
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { ACCOUNT_CONSISTENCY } from '@rapport/api/storage/cosmosContainers';
import { createHash, randomUUID } from 'node:crypto';
import { answerBatch } from './batch';
import { asRead, ContainerItems, type Item, type Json } from './items';
import { pageOf, planFor, readSpec } from './query';

/** One request as it came in, for tests that look at what is sent. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface StandIn {
  readonly endpoint: string;
  readonly credential: TokenCredential;
  readonly httpClient: HttpClient;
  /** Every item of a container, as it is stored. */
  dump(container: string): readonly Json[];
  /** What was asked so far, in order. */
  readonly requests: Request[];
  /**
   * From now on the replicas asked are one write behind, as they may be; but for whoever shows by a session
   * token that they know of it ("Consistency levels": session).
   */
  lag(): void;
  /** Physical partitions of each container; a logical one lies in the one its hash leads to. */
  split(into: number): void;
}

const TOKEN = 'a token of the stand-in';
const HOST = 'stand-in.documents.azure.com';

/**
 * A stand-in for Cosmos DB's gateway, inside the process: what the adapters send over the real SDK, answered
 * by the rules that Microsoft writes down (REST API reference of Azure Cosmos DB: "Get a document", "Query
 * documents", "Get partition key ranges", "Common headers", "HTTP status codes"; and "Transactional batch
 * operations", "Time to live"). It proves what we send and how we react, not how Cosmos DB behaves; and it
 * knows nothing but what the adapters use: everything else is refused.
 * @param databases the containers of each database
 * @param now seconds since 1970, for the time to live
 */
export function createStandIn(
  databases: Readonly<Record<string, readonly string[]>> = {
    rapport: ['series', 'people', 'chats', 'reminders', 'erasures'],
    'rapport-keys': ['keys'],
  },
  now: () => number = () => Date.now() / 1000,
): StandIn {
  const containers = new Map<string, ContainerItems>();
  for (const [database, names] of Object.entries(databases)) {
    for (const name of names)
      containers.set(`dbs/${database}/colls/${name}`, new ContainerItems(now));
  }
  const requests: Request[] = [];
  let physical = 1;
  let lagging = false;

  function answer(request: Request): Reply {
    if (
      !/^type%3Daad%26ver%3D1\.0%26sig%3D|^type=aad&ver=1\.0&sig=/.test(
        request.headers['authorization'] ?? '',
      )
    )
      return refuse(401, 'no token');
    if (request.path === '/') return ok(ACCOUNT);
    const [, link = '', rest = ''] =
      /^\/(dbs\/[^/]+\/colls\/[^/]+)\/(.+)$/.exec(request.path) ?? [];
    const items = containers.get(link);
    if (!items) return refuse(404, 'no such container', { 'x-ms-substatus': '1003' });
    const behind =
      lagging &&
      !request.headers['x-ms-cosmos-is-batch-request'] &&
      request.headers['x-ms-consistency-level'] !== 'Strong' &&
      isBehind(items, request);
    const said = answerIn(items, rest, request, behind);
    const lsn = behind ? items.lsn - 1 : items.lsn;
    const session = { 'x-ms-session-token': `0:1#${lsn}`, 'x-ms-content-path': ridOf(link) };
    return { ...said, headers: { ...session, 'x-ms-alt-content-path': link, ...said.headers } };
  }

  function answerIn(items: ContainerItems, rest: string, request: Request, behind: boolean): Reply {
    const { method, headers, body } = request;
    if (rest === 'pkranges' && method === 'GET')
      return ok({ PartitionKeyRanges: rangesOf(physical) });
    if (rest === 'docs' && method === 'POST') {
      if (headers['x-ms-cosmos-is-batch-request']) return batch(items, request);
      if (headers['content-type'] !== 'application/query+json')
        return refuse(400, 'no such operation');
      if (headers['x-ms-cosmos-is-query-plan-request']) {
        const plan = planFor(body);
        return plan ? ok(plan) : refuse(400, 'unknown query');
      }
      return query(items, request, behind);
    }
    const [, id] = /^docs\/([^/]+)$/.exec(rest) ?? [];
    if (id === undefined || method !== 'GET') return refuse(400, 'no such operation');
    const partition = partitionOf(headers);
    if (partition === null) return refuse(400, 'no partition key');
    const item = items.find(partition, decodeURIComponent(id), behind);
    return item ? ok(asRead(item), { etag: item.etag }) : refuse(404, 'no such document');
  }

  function batch(items: ContainerItems, { headers, body }: Request): Reply {
    const partition = partitionOf(headers);
    if (partition === null) return refuse(400, 'no partition key');
    if (headers['x-ms-cosmos-batch-atomic'] !== 'true') return refuse(400, 'not atomic');
    const { status, results } = answerBatch(items, partition, body);
    return status < 400 ? { status, headers: {}, json: results } : refuse(status, 'refused batch');
  }

  function query(items: ContainerItems, { headers, body }: Request, behind: boolean): Reply {
    const asked = readSpec(body);
    if (!asked) return refuse(400, 'unknown query');
    const range = headers['x-ms-documentdb-partitionkeyrangeid'];
    const partition = partitionOf(headers);
    // "Query documents": without a partition key the gateway serves no order; it says so, and a plan is asked.
    if (partition === null && range === undefined)
      return refuse(400, 'Cross partition query only supports');
    if (partition !== null && asked.wrapped) return refuse(400, 'a plan for one partition');
    const listed = items.list(partition, behind);
    const scope =
      partition === null ? listed.filter((item) => rangeOf(item, physical) === range) : listed;
    if (range !== undefined && Number(range) >= physical) {
      return refuse(410, 'gone', { 'x-ms-substatus': '1002' });
    }
    const start = Number(headers['x-ms-continuation'] ?? 0);
    const size = Math.min(Number(headers['x-ms-max-item-count'] ?? 100), MAX_PAGE);
    const { documents, next } = pageOf(scope, asked, start, size);
    const more = next === null ? {} : { 'x-ms-continuation': String(next) };
    return ok({ Documents: documents, _count: documents.length }, more);
  }

  return {
    endpoint: `https://${HOST}`,
    credential: {
      getToken: () => Promise.resolve({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }),
    },
    httpClient: {
      async sendRequest(sent: PipelineRequest): Promise<PipelineResponse> {
        const request = requestOf(sent);
        requests.push(request);
        // Answers never come at once, so that writers overlap.
        await new Promise((resume) => setImmediate(resume));
        if (sent.abortSignal?.aborted) throw new DOMException('aborted', 'AbortError');
        const { status, headers, json } = answer(request);
        const always = { 'x-ms-request-charge': '1', 'x-ms-activity-id': randomUUID() };
        return {
          request: sent,
          status,
          headers: createHttpHeaders({ ...always, ...headers }),
          bodyAsText: JSON.stringify(json),
        };
      },
    },
    dump: (name) =>
      [...containers]
        .filter(([link]) => link.endsWith(`/colls/${name}`))
        .flatMap(([, items]) => items.list(null).map(({ body }) => body)),
    requests,
    lag() {
      lagging = true;
    },
    split(into) {
      physical = into;
    },
  };
}

/** A page is cut earlier than asked when it gets long, as it is in the cloud. */
const MAX_PAGE = 40;

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
}

const ok = (json: unknown, headers: Reply['headers'] = {}): Reply => ({
  status: 200,
  headers,
  json,
});

const refuse = (status: number, message: string, headers: Reply['headers'] = {}): Reply => ({
  status,
  headers,
  json: { code: String(status), message },
});

const LOCATION = { name: 'Here', databaseAccountEndpoint: `https://${HOST}:443/` };
/** "Get database account": one region, for reads and for writes. */
const ACCOUNT = {
  id: 'stand-in',
  writableLocations: [LOCATION],
  readableLocations: [LOCATION],
  enableMultipleWriteLocations: false,
  userConsistencyPolicy: { defaultConsistencyLevel: ACCOUNT_CONSISTENCY },
};

function requestOf({ method, url, headers, body }: PipelineRequest): Request {
  return {
    method,
    path: new URL(url).pathname,
    headers: headers.toJSON(),
    body: typeof body === 'string' ? body : '',
  };
}

/** Whether nothing tells the replica that it has to know of the last write. */
function isBehind(items: ContainerItems, { headers }: Request): boolean {
  const [, known = '0'] = /^0:1#(\d+)$/.exec(headers['x-ms-session-token'] ?? '') ?? [];
  return Number(known) < items.lsn;
}

/** "x-ms-documentdb-partitionkey": a JSON array of exactly one value here. */
function partitionOf(headers: Request['headers']): string | null {
  const header = headers['x-ms-documentdb-partitionkey'];
  if (header === undefined) return null;
  const parsed: unknown = JSON.parse(header);
  const [value] = Array.isArray(parsed) && parsed.length === 1 ? parsed : [];
  return typeof value === 'string' ? value : null;
}

/** Eight bytes, as a container's resource id has. */
const ridOf = (link: string): string =>
  createHash('sha256').update(link).digest().subarray(0, 8).toString('base64').replaceAll('/', '-');

const bound = (of: number, index: number): string =>
  index === 0
    ? ''
    : index === of
      ? 'FF'
      : Math.floor((0x3f * index) / of)
          .toString(16)
          .toUpperCase()
          .padStart(2, '0');

const rangesOf = (physical: number): Json[] =>
  Array.from({ length: physical }, (_, index) => ({
    id: String(index),
    minInclusive: bound(physical, index),
    maxExclusive: bound(physical, index + 1),
    parents: [],
  }));

const rangeOf = ({ body }: Item, physical: number): string =>
  String(createHash('sha256').update(String(body['partition'])).digest().readUInt8() % physical);
