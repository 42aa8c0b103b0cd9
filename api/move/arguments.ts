import { parseArgs } from 'node:util';
import { MoveRefused } from './refusal';

/** One end of a move: a data folder on this machine, or the account that the settings name. */
export type Place =
  { readonly kind: 'sqlite'; readonly path: string } | { readonly kind: 'cosmos' };

export interface Wanted {
  readonly from: Place;
  readonly to: Place;
  readonly mode: 'move' | 'dry run' | 'verify';
}

export const USAGE = `npm run move -- --from PLACE --to PLACE [--dry-run | --verify]

  PLACE      sqlite:PATH, the data folder of a machine, or cosmos, the account in COSMOS_ENDPOINT;
             one of the two has to be a sqlite:PATH
  --dry-run  says what would be moved, and writes nothing
  --verify   compares both places, and writes nothing

docs/move.md tells the rest.`;

const OPTIONS = {
  from: { type: 'string', multiple: true },
  to: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean', multiple: true },
  verify: { type: 'boolean', multiple: true },
  help: { type: 'boolean', multiple: true },
} as const;

type Values = Readonly<Record<string, readonly (string | boolean)[]>>;

/**
 * @returns null when only help was asked for
 * @throws MoveRefused with one sentence that names the argument at fault
 */
export function readArguments(args: readonly string[]): Wanted | null {
  // Not strict: its errors are paragraphs, and repeat whatever was entered.
  const options = { args: [...args], options: OPTIONS, strict: false, allowPositionals: true };
  const parsed = parseArgs(options);
  const values: Values = Object.fromEntries(
    Object.entries(parsed.values).map(([name, value]) => [name, [value ?? true].flat()]),
  );
  if (values['help']) return null;
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(OPTIONS, name))
      throw new MoveRefused(`--${name} is none of --from, --to, --dry-run, --verify and --help.`);
  }
  if (parsed.positionals.length > 0)
    throw new MoveRefused('Every argument begins with --from, --to, --dry-run or --verify.');
  const [from, to] = [readPlace(values, 'from'), readPlace(values, 'to')];
  if (from.kind === 'cosmos' && to.kind === 'cosmos')
    throw new MoveRefused('One of --from and --to has to be a sqlite:PATH: both are cosmos.');
  const [dryRun, verify] = [readSwitch(values, 'dry-run'), readSwitch(values, 'verify')];
  if (dryRun && verify) throw new MoveRefused('--dry-run and --verify exclude each other.');
  return { from, to, mode: dryRun ? 'dry run' : verify ? 'verify' : 'move' };
}

function readPlace(values: Values, name: 'from' | 'to'): Place {
  const given = values[name] ?? [];
  if (given.length > 1) throw new MoveRefused(`--${name} can be given only once.`);
  const text = given[0];
  if (text === undefined)
    throw new MoveRefused(`--${name} is missing: it has to be sqlite:PATH or cosmos.`);
  if (text === 'cosmos') return { kind: 'cosmos' };
  const path = typeof text === 'string' && /^sqlite:(?<path>.+)$/s.exec(text)?.groups?.['path'];
  if (!path) throw new MoveRefused(`--${name} has to be sqlite:PATH or cosmos.`);
  return { kind: 'sqlite', path };
}

function readSwitch(values: Values, name: 'dry-run' | 'verify'): boolean {
  const given = values[name] ?? [];
  if (given.some((value) => value !== true)) throw new MoveRefused(`--${name} takes no value.`);
  return given.length > 0;
}
