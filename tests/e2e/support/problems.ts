import type { BrowserContext, ConsoleMessage } from 'playwright-core';

/**
 * Chromium's own line about a request that got no answer or an error as answer. Tests that stop the
 * server or ask for what is refused cause it; what the product says about it is on the screen.
 */
const NETWORK = /^Failed to load resource: |^WebSocket connection to .* failed/;

/**
 * Notes what goes wrong in any page or frame of a context: errors on the console, errors nobody caught,
 * and every violation of the Content-Security-Policy, also those the console does not show.
 */
export async function watchProblems(context: BrowserContext, problems: string[]): Promise<void> {
  context.on('console', (message) => {
    if (isProblem(message)) problems.push(`console: ${message.text()} (${at(message)})`);
  });
  context.on('weberror', (error) => problems.push(`not caught: ${error.error().message}`));
  await context.exposeBinding('rapportViolation', (_source, violation: string) => {
    problems.push(`policy: ${violation}`);
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

const isProblem = (message: ConsoleMessage): boolean =>
  message.type() === 'error' && !NETWORK.test(message.text());

function at(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `${url}:${lineNumber}`;
}
