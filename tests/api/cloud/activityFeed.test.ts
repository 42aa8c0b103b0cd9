import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
} from '@azure/core-rest-pipeline';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { openActivityFeed } from '@rapport/api/cloud/activityFeed';
import type { NotifyPort } from '@rapport/api/ports/notify';
import { reminderKind } from '@rapport/domain/reminder.schema';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const APP = randomUUID();
const [tid, oid] = [randomUUID(), randomUUID()];
const maya = `${tid}.${oid}`;
const notification = { kind: 'beforeMeeting', series: randomUUID(), chainId: 2 ** 51 + 7 } as const;

let asked: PipelineRequest[];
let tokens: { readonly tenant: string; readonly scopes: unknown }[];
let told: number[];
let answer: { status: number; headers?: Record<string, string> };
let feed: NotifyPort;
beforeEach(() => {
  asked = [];
  tokens = [];
  told = [];
  answer = { status: 204 };
  const httpClient: HttpClient = {
    async sendRequest(request) {
      asked.push(request);
      return { request, status: answer.status, headers: createHttpHeaders(answer.headers) };
    },
  };
  const credentialOf = (tenant: string) => ({
    getToken: async (scopes: unknown) => {
      tokens.push({ tenant, scopes });
      return { token: `token-${tenant}`, expiresOnTimestamp: Date.now() + 3_600_000 };
    },
  });
  feed = openActivityFeed(APP, credentialOf, (status) => told.push(status), httpClient);
});

describe('the activity feed of Teams', () => {
  test("D8: is asked as Rapport's own app, in the person's tenant, for that person", async () => {
    expect(await feed.send(maya, notification)).toEqual({ outcome: 'sent' });
    const [request] = asked;
    expect(request?.method).toBe('POST');
    expect(request?.url).toBe(
      `https://graph.microsoft.com/v1.0/users/${oid}/teamwork/sendActivityNotification`,
    );
    expect(request?.headers.get('authorization')).toBe(`Bearer token-${tid}`);
    expect(tokens).toEqual([{ tenant: tid, scopes: ['https://graph.microsoft.com/.default'] }]);
    await feed.send(maya, notification);
    expect(tokens).toHaveLength(1);
  });

  test('D8: says a kind and where a press leads, and nothing of anybody; the number travels exactly', async () => {
    await feed.send(maya, notification);
    const body = JSON.parse(asked[0]?.body as string) as { topic: { webUrl: string } };
    expect(body).toEqual({
      topic: { source: 'text', value: '1:1', webUrl: expect.any(String) },
      activityType: 'beforeMeeting',
      previewText: { content: '1:1' },
      chainId: notification.chainId,
    });
    const link = new URL(body.topic.webUrl);
    expect(link.pathname).toBe(`/l/entity/${APP}/home`);
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
      subEntityId: notification.series,
    });
  });

  test('its link and its kinds are those of the app package', () => {
    const manifest = JSON.parse(
      readFileSync(join(__dirname, '../../../appPackage/manifest.json'), 'utf8'),
    ) as {
      staticTabs: { entityId: string; scopes: string[] }[];
      activities: { activityTypes: { type: string }[] };
    };
    const personal = manifest.staticTabs.find(({ scopes }) => scopes.includes('personal'));
    expect(personal?.entityId).toBe('home');
    const types = manifest.activities.activityTypes.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining([...reminderKind.options]));
  });

  test.each([403, 404, 409])('%d: there is nowhere to show it', async (status) => {
    answer = { status };
    expect(await feed.send(maya, notification)).toEqual({ outcome: 'noApp' });
    expect(told).toEqual([status]);
  });

  test.each([
    [429, { 'retry-after': '17' }, 17_000],
    [503, {}, 60_000],
    [429, { 'retry-after': 'Sat, 21 Nov 2026 16:00:00 GMT' }, 60_000],
  ])('%d with %j: not before %d ms', async (status, headers, afterMs) => {
    answer = { status, headers };
    expect(await feed.send(maya, notification)).toEqual({ outcome: 'later', afterMs });
  });

  test.each([400, 401, 500])('%d leaves it open, and is asked once', async (status) => {
    answer = { status };
    await expect(feed.send(maya, notification)).rejects.toThrow(String(status));
    expect(asked).toHaveLength(1);
    expect(told).toEqual([status]);
  });
});
