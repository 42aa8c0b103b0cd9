import type { Theme as FluentTheme } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '../client/client';
import { connectHost } from '../hosts/connect';
import type { HostAdapter, Place, Theme } from '../hosts/hostAdapter';
import { Frame } from '../parts/Frame';
import { loadTheme } from '../parts/themes/loadTheme';
import { AppContext, type App } from '../parts/useApp';
import { loadWords } from '../words/languages';
import type { Words } from '../words/words';

const NotInTeams = lazy(() => import('./NotInTeams'));
const HostSilent = lazy(() => import('./HostSilent'));

type Connected = HostAdapter | 'none' | 'silent';

/**
 * Opens a page of Rapport in the place of its static shell: finds the host, reads the person's language,
 * shows what `screenFor` gives.
 */
export async function openPage(screenFor: (place: Place) => ReactNode): Promise<void> {
  const element = document.getElementById('root');
  if (!element) throw new Error('the page has no #root');
  // The browser's language and colours are usually the host's: fetched while the host answers.
  const early = Promise.all([loadWords(navigator.language), loadTheme(preferredTheme())]);
  const [host] = await Promise.all([connect(), early]);
  const app = typeof host === 'object' ? { host, client: createClient(host) } : null;
  const [words, theme] = app
    ? await Promise.all([
        loadWords(app.host.context.locale, () => app.client.now()),
        loadTheme(app.host.theme),
      ])
    : await early;
  createRoot(element).render(
    app ? (
      <HostedPage app={app} words={words} firstTheme={theme}>
        {screenFor(app.host.context.place)}
      </HostedPage>
    ) : (
      <Frame theme={theme} words={words}>
        <Suspense fallback={null}>{host === 'none' ? <NotInTeams /> : <HostSilent />}</Suspense>
      </Frame>
    ),
  );
}

const nothing = (): void => undefined;

async function connect(): Promise<Connected> {
  try {
    return (await connectHost()) ?? 'none';
  } catch {
    return 'silent';
  }
}

interface HostedProps {
  readonly app: App;
  readonly words: Words;
  readonly firstTheme: FluentTheme;
  readonly children: ReactNode;
}

function HostedPage({ app, words, firstTheme, children }: HostedProps) {
  const { host } = app;
  const [theme, setTheme] = useState(firstTheme);
  useEffect(() => {
    colourFields(host.theme);
    host.onTheme((name) => {
      colourFields(name);
      void loadTheme(name).then(setTheme);
    });
    host.ready();
    // A file that did not come is asked for again at the next start.
    void import('../device/tellDevice').then(({ tellDevice }) => tellDevice(host), nothing);
  }, [host]);
  return (
    <Frame theme={theme} words={words}>
      <AppContext.Provider value={app}>{children}</AppContext.Provider>
    </Frame>
  );
}

/** What the browser draws itself, a calendar and its button, follows the host's theme too. */
function colourFields(name: Theme): void {
  document.documentElement.style.colorScheme = name === 'light' ? 'light' : 'dark';
}

const preferredTheme = (): Theme =>
  matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
