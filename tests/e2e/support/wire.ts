import type { BrowserContext } from 'playwright-core';

/** Everything that the api has sent to a browser, as it came over the wire. */
export interface Wire {
  /** All of it so far. */
  text(): Promise<string>;
}

export function listenToWire(context: BrowserContext): Wire {
  const bodies: Promise<string>[] = [];
  context.on('response', (response) => {
    if (!new URL(response.url()).pathname.startsWith('/api/')) return;
    // A 304 and a page that was closed meanwhile have no body.
    bodies.push(response.text().catch(() => ''));
  });
  return { text: async () => (await Promise.all(bodies)).join('\n') };
}
