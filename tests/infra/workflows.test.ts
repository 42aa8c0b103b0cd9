import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folder } from './bicep';

const root = join(folder, '..');
const text = (path: string) => readFile(join(root, path), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflow = async (name: string) =>
  parse(await text(`.github/workflows/${name}.yml`)) as Workflow;
const commandsOf = ({ jobs }: Workflow): string =>
  Object.values(jobs)
    .flatMap(({ steps }) => steps.map(({ run = '' }) => run))
    .join('\n');

describe.each([
  ['ci', /^\.ci\/run$/m],
  ['deploy', /^\.ci\/run$/m],
  ['long', /^npm run test:long$/m],
])('the workflow %s', (name, everything) => {
  test('uses only actions that are pinned, and reads no stored secret', async () => {
    const { permissions, jobs } = await workflow(name);
    const used = Object.values(jobs).flatMap(({ steps }) =>
      steps.flatMap(({ uses }) => uses ?? []),
    );
    expect(used).not.toEqual([]);
    expect(
      used.filter((one) => !/^(actions|azure)\/[\w-]+@(v\d+|[0-9a-f]{40})$/.test(one)),
    ).toEqual([]);
    expect(await text(`.github/workflows/${name}.yml`)).not.toMatch(/\bsecrets\./);
    expect(permissions).toEqual({ contents: 'read' });
  });

  test('runs everything that has to hold', async () => {
    expect(commandsOf(await workflow(name))).toMatch(everything);
  });
});

describe('the workflow that deploys', () => {
  let deploy: Workflow;
  beforeAll(async () => {
    deploy = await workflow('deploy');
  });

  test('asks Entra for a token only where nothing is built, and no test runs', () => {
    const trusted = Object.values(deploy.jobs).filter(
      ({ permissions }) => permissions?.['id-token'],
    );
    expect(trusted).toHaveLength(1);
    for (const { permissions, steps } of trusted) {
      expect(permissions).toEqual({ 'id-token': 'write' });
      const runs = steps.map(({ run = '' }) => run).join('\n');
      expect(runs).not.toMatch(/\bnpm\b|\.ci\/run/);
    }
  });

  test('does what teamsapp.yml does: the same command for the api, the same version for the site', async () => {
    const commands = commandsOf(deploy).replaceAll(/\s+/g, ' ');
    const toolkit = await text('teamsapp.yml');
    const [zip] = /az functionapp deployment source config-zip/.exec(toolkit) ?? [];
    const [site] =
      /@azure\/static-web-apps-cli@[\d.]+ deploy \.build\/site --env production/.exec(toolkit) ??
      [];
    expect([zip, site]).not.toContain(undefined);
    expect(commands).toContain(String(zip));
    expect(commands).toContain(String(site));
    expect(commands).toMatch(/npm run build .*npm run site -- --env/);
  });
});
