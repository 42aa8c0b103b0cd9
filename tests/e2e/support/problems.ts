import type { BrowserContext, ConsoleMessage, Request, Response } from 'playwright-core';
import { routes } from '@rapport/api/routes/table';

/**
 * Chromium's own line about a request without an answer, or with an error as answer. Tests that stop the
 * server or ask for what is refused cause it; parts of a page that are missing are noted by themselves.
 */
const NETWORK = /^Failed to load resource: |^WebSocket connection to .* failed/;

/**
 * teams-js asks for this list when it is loaded, and has its own when it gets none. The policy refuses it
 * on purpose, and says so: once as an event, on the console as many times as it likes.
 */
const TEAMS_LIST = 'https://res.cdn.office.net/teams-js/validDomains/';

/**
 * Notes what goes wrong in any page or frame of a context: errors on the console, errors nobody caught,
 * every violation of the Content-Security-Policy, also those the console does not show, and every request to
 * the api that its description does not have (PRACTICE D13).
 */
export async function watchProblems(context: BrowserContext, problems: string[]): Promise<void> {
  context.on('console', (message) => {
    if (isProblem(message)) problems.push(`console: ${message.text()} (${at(message)})`);
  });
  context.on('weberror', (error) => problems.push(`not caught: ${error.error().message}`));
  context.on('response', (response) => {
    if (isMissingPart(response)) problems.push(`missing: ${response.status()} ${response.url()}`);
  });
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/') || isDescribed(request, pathname)) return;
    problems.push(`not described: ${request.method()} ${pathname}`);
  });
  await context.exposeBinding('rapportViolation', (_source, violation: string) => {
    if (!violation.includes(TEAMS_LIST)) problems.push(`policy: ${violation}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, documentURI } = event;
      const report: unknown = Reflect.get(window, 'rapportViolation');
      if (typeof report === 'function')
        report(`${effectiveDirective} ${blockedURI} in ${documentURI}`);
    });
  });
}

/** By the route table, of which the description is made: address, method, parameters, and the whole body. */
const isDescribed = (request: Request, pathname: string): boolean =>
  routes.some(({ method, path, params, body, kind }) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const found = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(pathname);
    if (!found || method !== request.method()) return false;
    const query = Object.fromEntries(new URL(request.url()).searchParams);
    const inPath = Object.fromEntries(names.map((name, n) => [name, found[n + 1]]));
    const keyed = kind !== 'write' || request.headers()['idempotency-key'] !== undefined;
    const taken = body === null || body.safeParse(request.postDataJSON()).success;
    return keyed && taken && params.safeParse({ ...query, ...inPath }).success;
  });

const isProblem = (message: ConsoleMessage): boolean =>
  message.type() === 'error' &&
  !NETWORK.test(message.text()) &&
  !message.text().includes(TEAMS_LIST);

const PARTS = ['document', 'script', 'stylesheet', 'image', 'font'];

const isMissingPart = (response: Response): boolean =>
  response.status() >= 400 && PARTS.includes(response.request().resourceType());

function at(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `${url}:${lineNumber}`;
}
