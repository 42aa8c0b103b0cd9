import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type FrameLocator,
  type Page,
  type Request,
} from 'playwright-core';
import { watchProblems } from './problems';
import type { Server } from './server';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing else has an address. Routes of Playwright's would refuse it too, but hold every request up, and have the
  // browser load and compile all of it anew for every page.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  // Replaces Playwright's list. It names ThirdPartyStoragePartitioning too, without which a frame of
  // another site, as Rapport is in Teams, has no storage at all; people's browsers give it its own.
  // The address line of each window, which nobody sees here, is two pages of its own that cost as much as Rapport's.
  '--disable-features=Translate,MediaRouter,HttpsUpgrades,OptimizationHints,PaintHolding,PreconnectToSearch,' +
    'AimEnabled,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  // One process for a page and its frames: between two, a click may still go to the frame that was there a moment ago,
  // and Playwright takes it for done. Origins stay apart all the same.
  '--disable-site-isolation-trials',
];

/**
 * Every wait of a test ends with one clear failure instead of jest's timeout. A machine with ten times as much to do
 * as it can draws and answers after twenty seconds, too.
 */
export const PATIENCE_MS = 60_000;

/** One window of the local Teams; see `tab/host` for what an address can say. */
export interface Place {
  readonly person: string;
  readonly view: 'activity' | 'chat' | 'calendar' | 'todo' | 'app' | 'meeting';
  readonly [parameter: string]: string;
}

/** One person's browser, with storage of its own. */
export interface Person {
  readonly context: BrowserContext;
  /** Opens a window in a page of its own. */
  open(place: Place): Promise<Page>;
  close(): Promise<void>;
}

export interface TestBrowser {
  /** Requests to anywhere but this machine, which got nowhere. The product makes none; teams-js makes one. */
  readonly refused: readonly string[];
  /** Errors and violated policies of all pages, in words; empty when all is well. */
  readonly problems: string[];
  /** A browser for one person, on one server. */
  person(server: Server, options?: BrowserContextOptions): Promise<Person>;
  close(): Promise<void>;
}

/** One Chromium for a test file. It reaches this machine and nothing else. */
export async function launchBrowser(): Promise<TestBrowser> {
  const executablePath = process.env['RAPPORT_BROWSER'];
  if (!executablePath)
    throw new Error('RAPPORT_BROWSER names no browser; support/prepare sets it.');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const refused: string[] = [];
  const problems: string[] = [];
  return {
    refused,
    problems,
    person: (server, options) => openPerson(browser, server, options, { refused, problems }),
    close: () => browser.close(),
  };
}

async function openPerson(
  browser: Browser,
  server: Server,
  options: BrowserContextOptions | undefined,
  { refused, problems }: { refused: string[]; problems: string[] },
): Promise<Person> {
  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  context.on('requestfailed', (request) => {
    // What the page's own policy stopped was never sent.
    if (request.failure()?.errorText !== 'csp' && isElsewhere(request)) refused.push(request.url());
  });
  await watchProblems(context, problems);
  return {
    context,
    async open(place) {
      const page = await context.newPage();
      await page.goto(`${server.url}/?${new URLSearchParams(place)}`);
      return page;
    },
    close: () => context.close(),
  };
}

function isElsewhere(request: Request): boolean {
  const { protocol, hostname } = new URL(request.url());
  return /^https?:$/.test(protocol) && hostname !== 'localhost' && hostname !== '127.0.0.1';
}

/** Rapport in a window of the local Teams. */
export const rapportIn = (page: Page): FrameLocator => page.frameLocator('iframe[title="Rapport"]');
