import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { routes } from '@rapport/api/routes/table';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startServer, type Server } from './support/server';
import { createShell } from './support/shell';

const PAGE = readFileSync(resolve(import.meta.dirname, '../../docs/api.md'), 'utf8');

/** The blocks of commands, each with the status that its last call is said to have. */
const BLOCKS = [...PAGE.matchAll(/^```sh (\d{3})\n([\s\S]*?)^```$/gm)].map(
  ([, status = '', commands = '']) => ({ status: Number(status), commands }),
);

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('D13: docs/api.md', () => {
  test('every call of the page is answered as the page says', async () => {
    const shell = createShell({ rapport: server.url });
    const answered = [];
    for (const { status, commands } of BLOCKS) {
      const calls = await shell.play(commands);
      const earlier = calls.slice(0, -1).filter((call) => call.status >= 300);
      answered.push({ commands, status: calls.at(-1)?.status, earlier });
      expect(answered.at(-1)).toEqual({ commands, status, earlier: [] });
    }
    // The refusal that is shown is one, word for word but for its reference.
    const refused = JSON.parse(shell.called.at(-1)?.body ?? '') as object;
    const shown = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(PAGE)?.[1] ?? '') as object;
    expect({ ...shown, reference: '' }).toEqual({ ...refused, reference: '' });
  });

  test('it shows ten calls and a refusal, and leaves no command untried', () => {
    expect(PAGE.match(/^## \d+\. /gm)).toHaveLength(10);
    expect(BLOCKS).toHaveLength(11);
    const others = PAGE.match(/^```(?!sh \d{3}$)\w.*$/gm);
    expect(others).toEqual(['```sh setup', '```json']);
  });

  test('the description that the server gives names all of its routes', async () => {
    const reply = await fetch(`${server.app}/api/openapi.json`);
    const { paths } = (await reply.json()) as { paths: Record<string, object> };
    expect(Object.keys(paths).toSorted()).toEqual(
      [...new Set(routes.map(({ path }) => path))].toSorted(),
    );
    const etag = reply.headers.get('etag') ?? '';
    const again = await fetch(`${server.app}/api/openapi.json`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });
});
