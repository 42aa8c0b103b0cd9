import { describe, expect, test } from '@jest/globals';
import type { Route } from '@rapport/api/route';
import { routes } from '@rapport/api/routes/table';

const segments = (route: Route): string[] => route.path.split('/');
const isParameter = (segment: string): boolean => segment.startsWith('{');

/** True when every address of `other` could also be taken for one of `route`. */
function covers(route: Route, other: Route): boolean {
  const [mine, theirs] = [segments(route), segments(other)];
  return (
    route.method === other.method &&
    mine.length === theirs.length &&
    mine.every((segment, n) => isParameter(segment) || segment === theirs[n])
  );
}

describe('the route table', () => {
  test('has no two routes of one name, nor one that the Functions host would never reach', () => {
    // The host matches in the order of function names, whatever their case; the first match wins.
    const ordered = [...routes].toSorted((a, b) =>
      a.name.toLowerCase().localeCompare(b.name.toLowerCase(), 'en'),
    );
    const names = ordered.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    const shadowed = ordered.flatMap((other, index) =>
      ordered
        .slice(0, index)
        .filter((route) => covers(route, other))
        .map((route) => `${route.name} hides ${other.name}`),
    );
    expect(shadowed).toEqual([]);
  });

  test('names every parameter of a path in its schema', async () => {
    const { toJSONSchema } = await import('zod/mini');
    for (const route of routes) {
      const inPath = segments(route)
        .filter(isParameter)
        .map((segment) => segment.slice(1, -1));
      // What the path does not name is a query parameter, which may be left out.
      const { required = [] } = toJSONSchema(route.params, { io: 'input' });
      expect([route.name, required.toSorted()]).toEqual([route.name, inPath.toSorted()]);
    }
  });

  test('reads with GET, and writes with anything else', () => {
    for (const { name, kind, method } of routes) {
      expect([name, method === 'GET']).toEqual([name, kind === 'read']);
    }
  });
});
