import { oneOnOneChatId } from '@rapport/domain/chat';
import { useCallback, useMemo, useState } from 'react';
import type { WindowAddress } from '../model/address';
import { byAnyName } from '../model/names';
import { server, type LocalPerson, type TeamsView } from '../model/server';
import type { PickPeople } from '../protocol/services';
import type { InWindow } from './inWindow';

interface Parts {
  readonly address: WindowAddress;
  readonly consent: InWindow['consent'];
  readonly draft: string;
  readonly go: InWindow['go'];
  readonly me: LocalPerson | null;
  readonly narrow: boolean;
  readonly people: readonly LocalPerson[];
  readonly refresh: () => void;
  readonly view: TeamsView | null;
}

interface Picking {
  readonly request: PickPeople;
  answer(picked: readonly LocalPerson[] | null): void;
}

interface Sharing {
  readonly link: string;
  readonly label: string;
  close(): void;
}

const linkTo = (sub: string): string =>
  `${location.origin}/?${new URLSearchParams({ view: 'app', sub })}`;

/** What one window can do, for all of its parts; null until its person and first reading are there. */
export function useInWindow(parts: Parts): {
  readonly inWindow: InWindow | null;
  readonly picking: Picking | null;
  readonly sharing: Sharing | null;
} {
  const { address, consent, draft, go, me, narrow, people, refresh, view } = parts;
  const [picking, setPicking] = useState<Picking | null>(null);
  const [sharing, setSharing] = useState<Sharing | null>(null);

  const done = useCallback((mark: string) => {
    void server.changeGuide({ marks: [mark] }).catch(() => undefined);
  }, []);

  const pickPeople = useCallback(
    (request: PickPeople) =>
      new Promise<readonly LocalPerson[] | null>((resolve) => {
        setPicking((open) => {
          // One picker at a time: a second question closes the first.
          open?.answer(null);
          return {
            request,
            answer(picked) {
              setPicking(null);
              resolve(picked);
            },
          };
        });
      }),
    [],
  );

  const inWindow = useMemo((): InWindow | null => {
    if (!me || !view) return null;
    return {
      address,
      draft,
      go,
      me,
      narrow,
      people,
      view,
      done,
      async addApp(chat) {
        await server.addApp(me.key, chat);
        done('appAdded');
        refresh();
      },
      async send(chat, text) {
        await server.send(me.key, chat, text);
        refresh();
      },
      pickPeople,
      consent,
      async openLink(target) {
        if (target.to === 'web') {
          open(target.url, '_blank', 'noopener');
          return true;
        }
        if (target.to === 'app') {
          if (target.chat === null) go({ view: 'app', sub: target.subEntityId });
          else go({ view: 'chat', chat: target.chat, tab: 'rapport', sub: target.subEntityId });
          return true;
        }
        if (target.to === 'chat') {
          const known = view.chats.some((chat) => chat.id === target.chat);
          if (known) go({ view: 'chat', chat: target.chat, tab: 'chat' });
          return known;
        }
        const [name, ...more] = target.people;
        const other = name === undefined ? null : byAnyName(people, name);
        if (!other || other.key === me.key || more.length > 0) return false;
        go({ view: 'chat', chat: oneOnOneChatId(me.oid, other.oid), tab: 'chat' }, target.words);
        return true;
      },
      shareLink: (sub, label) =>
        setSharing({ link: linkTo(sub), label, close: () => setSharing(null) }),
    };
  }, [address, consent, done, draft, go, me, narrow, people, pickPeople, refresh, view]);

  return { inWindow, picking, sharing };
}
