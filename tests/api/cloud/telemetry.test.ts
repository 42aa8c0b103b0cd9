import { ExportResultCode } from '@opentelemetry/core';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { tellAsSpans, type Telemetry } from '@rapport/api/cloud/telemetry';
import { openCloudAdapters } from '@rapport/api/cloud/adapters';
import { pollingOnly } from '@rapport/api/ports/nudge';

let told: ReadableSpan[];
let telemetry: Telemetry;
beforeEach(() => {
  told = [];
  const exporter: SpanExporter = {
    export(spans, done) {
      told.push(...spans);
      done({ code: ExportResultCode.SUCCESS });
    },
    shutdown: () => Promise.resolve(),
  };
  telemetry = tellAsSpans(exporter);
});

describe('what Application Insights is told', () => {
  test('A1: of a request its template, status, duration and reference, and not its address', async () => {
    telemetry.write({
      event: 'request',
      route: 'POST /api/series/{seriesId}/topics',
      status: 200,
      ms: 12,
      reference: 'a-reference',
    });
    await telemetry.close();
    const [span] = told;
    if (!span) throw new Error('nothing was told');
    expect(span.kind).toBe(SpanKind.SERVER);
    expect(span.name).toBe('POST /api/series/{seriesId}/topics');
    expect(span.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/api/series/{seriesId}/topics',
      'http.response.status_code': 200,
      'rapport.reference': 'a-reference',
    });
    expect(span.duration).toEqual([0, 12_000_000]);
    expect(span.status.code).toBe(SpanStatusCode.UNSET);
  });

  test('of what failed, that it failed: class and places, by the same reference', async () => {
    const bug = {
      event: 'bug',
      reference: 'a',
      error: 'TypeError',
      stack: ['at one', 'at two'],
    } as const;
    telemetry.write(bug);
    telemetry.write({
      event: 'request',
      route: 'GET /api/home',
      status: 500,
      ms: 1,
      reference: 'a',
    });
    await telemetry.close();
    expect(told.map(({ name, status }) => [name, status.code])).toEqual([
      ['bug', SpanStatusCode.ERROR],
      ['GET /api/home', SpanStatusCode.ERROR],
    ]);
    expect(told[0]?.attributes).toEqual({
      'rapport.reference': 'a',
      'rapport.error': 'TypeError',
      'rapport.stack': 'at one\nat two',
    });
  });
});

describe('what the cloud gives', () => {
  test('is only what the settings name', async () => {
    expect((await openCloudAdapters({})).nudge).toBe(pollingOnly);
  });

  test.each([
    ['WEB_PUBSUB_ENDPOINT', 'http://push.rapport.example.com'],
    ['WEB_PUBSUB_ENDPOINT', 'https://push.rapport.example.com/hub'],
    ['TELEMETRY_CONNECTION_STRING', 'somewhere'],
    ['AZURE_CLIENT_ID', 'me'],
  ])('%s as %s stops the start with one sentence', async (name, value) => {
    await expect(openCloudAdapters({ [name]: value })).rejects.toThrow(`${name} has to be`);
  });
});
