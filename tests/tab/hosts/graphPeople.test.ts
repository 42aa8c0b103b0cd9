import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NoGraphToken } from '../../../tab/src/hosts/graphAccess';
import { resolveByGraph } from '../../../tab/src/hosts/graphPeople';

const BASE = 'https://graph.test/v1.0';
const before = globalThis.fetch;
let sent: { readonly url: string; readonly token: string | null }[] = [];
let answer: (url: string, token: string | null) => Response;
beforeEach(() => {
  sent = [];
  globalThis.fetch = (input, init) => {
    if (typeof input !== 'string') throw new Error('an address was to be asked');
    const token = new Headers(init?.headers).get('authorization');
    sent.push({ url: input, token });
    return Promise.resolve(answer(input, token));
  };
});
afterEach(() => {
  globalThis.fetch = before;
});

const asked: { scopes: readonly string[]; renew: boolean }[] = [];
beforeEach(() => {
  asked.length = 0;
});
const graph = {
  base: BASE,
  token(scopes: readonly string[], renew: boolean) {
    asked.push({ scopes, renew });
    return Promise.resolve(renew ? 'second' : 'first');
  },
};
const nameOf = (url: string): string => decodeURIComponent(/users\/([^?]+)/.exec(url)?.[1] ?? '');
const SELECT = '$select=id,displayName,userPrincipalName';
const ADDRESSES = ['a@x.example', 'b+c@x.example', 'gone@x.example', 'd@x.example', 'e@x.example'];

describe('C7: people by their addresses', () => {
  test('come in the order of the addresses, with the permission for their names and no more', async () => {
    answer = (url) =>
      nameOf(url) === 'gone@x.example'
        ? new Response(null, { status: 404 })
        : Response.json({ id: nameOf(url).toUpperCase(), displayName: nameOf(url) });
    expect(await resolveByGraph(graph, ADDRESSES)).toEqual(
      ADDRESSES.map((name) => (name === 'gone@x.example' ? 'unknown' : { oid: name, name })),
    );
    expect(asked).toEqual([{ scopes: ['User.ReadBasic.All'], renew: false }]);
    expect(new Set(sent.map(({ token }) => token))).toEqual(new Set(['Bearer first']));
    expect(sent[1]?.url).toBe(`${BASE}/users/b%2Bc%40x.example?${SELECT}`);
  });

  test('whose address is not what they sign in with are found by it; a guest is said to be one', async () => {
    const mail = "o'hara@x.example";
    answer = (url) => {
      const wanted = new URL(url).searchParams.get('$filter');
      if (!wanted) return new Response(null, { status: 404 });
      const upn = wanted.includes('hara') ? 'oh1@x.example' : 'olga_n.example#EXT#@x.example';
      return Response.json({ value: [{ id: 'X', displayName: wanted, userPrincipalName: upn }] });
    };
    expect(await resolveByGraph(graph, [mail, 'olga@n.example'])).toEqual([
      { oid: 'x', name: "mail eq 'o''hara@x.example'" },
      'guest',
    ]);
    answer = (url) =>
      new URL(url).searchParams.has('$filter')
        ? Response.json({
            value: [
              { id: 'X', displayName: 'A' },
              { id: 'Y', displayName: 'B' },
            ],
          })
        : new Response(null, { status: 404 });
    expect(await resolveByGraph(graph, [mail])).toEqual(['unknown']);
  });

  test('a token that is not taken is renewed once for all of them', async () => {
    answer = (url, token) =>
      token === 'Bearer second'
        ? Response.json({ id: 'x', displayName: nameOf(url) })
        : new Response(null, { status: 401 });
    const found = await resolveByGraph(graph, ADDRESSES);
    expect(found).toEqual(ADDRESSES.map((name) => ({ oid: 'x', name })));
    expect(asked.map(({ renew }) => renew)).toEqual([false, true]);
  });

  test('a new token that is not taken either is an error, not a question without end', async () => {
    answer = () => new Response(null, { status: 401 });
    await expect(resolveByGraph(graph, ['a@x.example'])).rejects.toThrow('401');
    expect(sent.map(({ token }) => token)).toEqual(['Bearer first', 'Bearer second']);
  });

  test('without a token nothing is asked, and why comes through', async () => {
    const refusing = { base: BASE, token: () => Promise.reject(new NoGraphToken('closed')) };
    const given = resolveByGraph(refusing, ADDRESSES);
    await expect(given).rejects.toMatchObject({ problem: 'closed' });
    expect(sent).toEqual([]);
  });
});
