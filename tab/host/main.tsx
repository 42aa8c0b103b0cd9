import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './desk/Desk';
import { readWindow } from './model/address';
import { server } from './model/server';
import './page.css';
import { text } from './text';
import { TeamsWindow } from './window/TeamsWindow';

async function start(root: HTMLElement): Promise<void> {
  const people = await server.people().catch(() => null);
  if (!people?.[0]) {
    root.textContent = text.lost;
    return;
  }
  const one = readWindow(location.search, people[0].key);
  document.title = one ? text.product : `${text.rapport} · ${text.product}`;
  createRoot(root).render(
    <StrictMode>
      {one ? <TeamsWindow people={people} start={one} /> : <Desk people={people} />}
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
