import { describe, expect, test } from '@jest/globals';
import { readArguments } from '@rapport/api/move/arguments';
import { MoveRefused } from '@rapport/api/move/refusal';

const read = (line: string) => readArguments(line.split(' ').filter((part) => part !== ''));

describe('the arguments of a move', () => {
  test('name two places and what to do', () => {
    expect(read('--from sqlite:.data --to cosmos')).toEqual({
      from: { kind: 'sqlite', path: '.data' },
      to: { kind: 'cosmos' },
      mode: 'move',
    });
    expect(read('--dry-run --to=sqlite:C:\\data --from=cosmos')).toEqual({
      from: { kind: 'cosmos' },
      to: { kind: 'sqlite', path: 'C:\\data' },
      mode: 'dry run',
    });
    expect(read('--from sqlite:a --to sqlite:b --verify')?.mode).toBe('verify');
    expect(read('--help')).toBeNull();
  });

  const good = '--from sqlite:a --to cosmos';
  const wrong: [string, string][] = [
    ['', '--from'],
    ['--to cosmos', '--from'],
    ['--from sqlite:a', '--to'],
    ['--from --to cosmos', '--from'],
    ['--from sqlite:a --to', '--to'],
    ['--from sqlite: --to cosmos', '--from'],
    ['--from a --to cosmos', '--from'],
    ['--from sqlite:a --to cosmos:there', '--to'],
    ['--from sqlite:a --to https://a.documents.azure.com', '--to'],
    ['--from cosmos --to cosmos', '--from and --to'],
    [`${good} --from sqlite:b`, '--from'],
    [`${good} --to sqlite:b`, '--to'],
    [`${good} --verify --dry-run`, '--dry-run and --verify'],
    [`${good} --verify=yes`, '--verify'],
    [`${good} --dry-run=no`, '--dry-run'],
    [`${good} --dryrun`, '--dryrun'],
    [`${good} --no-verify`, '--no-verify'],
    [`${good} more`, 'Every argument'],
    [`${good} -- more`, 'Every argument'],
  ];
  test.each(wrong)('%s: one sentence that names the argument', (line, named) => {
    const attempt = () => read(line);
    expect(attempt).toThrow(MoveRefused);
    expect(attempt).toThrow(new RegExp(`^[^\\n]*${named}[^\\n]*\\.$`));
  });

  test('a path may be anything that is one argument', () => {
    const path = 'C:\\Users\\Ünï\\my data: old';
    expect(readArguments(['--from', `sqlite:${path}`, '--to', 'cosmos'])?.from).toEqual({
      kind: 'sqlite',
      path,
    });
  });
});
