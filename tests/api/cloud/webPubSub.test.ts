import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline';
import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { openWebPubSub } from '@rapport/api/cloud/webPubSub';
import type { NudgePort } from '@rapport/api/ports/nudge';
import { createHash, randomUUID } from 'node:crypto';

const ENDPOINT = 'https://push.rapport.example.com';
const maya = `${randomUUID()}.${randomUUID()}`;
/** Nobody's id stands in an address of the service. */
const userOf = (person: string) => createHash('sha256').update(person).digest('base64url');
const credential = {
  getToken: async () => ({
    token: 'token-of-the-identity',
    expiresOnTimestamp: Date.now() + 3_600_000,
  }),
};

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

let asked: PipelineRequest[];
let told: (number | null)[];
let answer: (request: PipelineRequest) => Promise<Answer>;
let nudge: NudgePort;
beforeEach(() => {
  asked = [];
  told = [];
  answer = async () => ({ status: 202 });
  // The service's side of the wire: the SDK's own client runs over it, without a socket.
  const httpClient: HttpClient = {
    async sendRequest(request) {
      asked.push(request);
      const { status, body } = await answer(request);
      const bodyAsText = body === undefined ? '' : JSON.stringify(body);
      return {
        request,
        status,
        headers: createHttpHeaders({ 'content-type': 'application/json' }),
        bodyAsText,
      };
    },
  };
  nudge = openWebPubSub(ENDPOINT, credential, (status) => told.push(status), { httpClient });
});

const addressOf = ({ url }: PipelineRequest) => new URL(url);

describe('Azure Web PubSub', () => {
  test('A1: is told who, which series and which version, and nothing else', async () => {
    const message = { series: randomUUID(), version: 7, page: 0 };
    await nudge.send(maya, message);
    const [request] = asked;
    if (!request) throw new Error('nothing was asked');
    expect(request.method).toBe('POST');
    expect(addressOf(request).origin).toBe(ENDPOINT);
    expect(decodeURIComponent(addressOf(request).pathname)).toBe(
      `/api/hubs/rapport/users/${userOf(maya)}/:send`,
    );
    expect(request.headers.get('content-type')).toMatch(/^application\/json/);
    expect(request.headers.get('authorization')).toBe('Bearer token-of-the-identity');
    expect(JSON.parse(request.body as string)).toEqual(message);
  });

  test('gives an address for one socket of that person, for five minutes', async () => {
    answer = async () => ({ status: 200, body: { token: 'a.socket.token' } });
    const given = await nudge.connection(maya);
    const [request] = asked;
    if (!request || !given) throw new Error('nothing was asked, or given');
    expect(addressOf(request).pathname).toBe('/api/hubs/rapport/:generateToken');
    expect(addressOf(request).searchParams.get('userId')).toBe(userOf(maya));
    expect(addressOf(request).searchParams.get('minutesToExpire')).toBe('5');
    expect(given.url).toBe(
      'wss://push.rapport.example.com/client/hubs/rapport?access_token=a.socket.token',
    );
    const left = Date.parse(given.expiresAt) - Date.now();
    expect(left).toBeGreaterThan(4 * 60_000);
    expect(left).toBeLessThanOrEqual(5 * 60_000);
  });

  test('A1: closes the sockets of somebody who left', async () => {
    await nudge.disconnect(maya);
    expect(asked.map((request) => decodeURIComponent(addressOf(request).pathname))).toEqual([
      `/api/hubs/rapport/users/${userOf(maya)}/:closeConnections`,
    ]);
  });

  test.each([429, 500, 503])(
    'that answers %d fails nobody, is asked once, and is told of',
    async (status) => {
      answer = async () => ({ status });
      await nudge.send(maya, { series: null, version: 0, page: 0 });
      expect(await nudge.connection(maya)).toBeNull();
      expect(told).toEqual([status, status]);
      expect(asked).toHaveLength(2);
    },
  );

  test('that does not answer at all fails nobody', async () => {
    answer = async () => {
      throw new Error('no line');
    };
    await nudge.send(maya, { series: null, version: 0, page: 0 });
    await nudge.disconnect(maya);
    expect(told).toEqual([null, null]);
  });
});
