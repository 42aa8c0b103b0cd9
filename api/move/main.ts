import { resolve } from 'node:path';
import { readArguments, USAGE, type Wanted } from './arguments';
import { openCosmos } from './cosmosSide';
import { move, rehearse, verify } from './move';
import { MoveRefused } from './refusal';
import { hasData, makeFolder, openFolder, requireApart, type Side } from './side';
import { plainTelling, terminalTelling, type Telling } from './telling';

const now = (): Date => new Date();
/** As the server of a folder has it; otherwise the list lies beside each folder. */
const erasures = process.env['RAPPORT_ERASURES'] || undefined;

/** @returns the exit code */
async function main(args: readonly string[], tell: Telling): Promise<number> {
  const wanted = readArguments(args);
  if (!wanted) {
    tell.line(USAGE);
    return 0;
  }
  const { from, to } = wanted;
  if (from.kind === 'sqlite' && to.kind === 'sqlite')
    await requireApart(pathOf(from.path), pathOf(to.path));
  const source = await openSource(wanted);
  try {
    const target = await openTarget(wanted);
    try {
      return (await run(wanted, source, target, tell)) ? 0 : 1;
    } finally {
      await target?.close();
    }
  } finally {
    await source.close();
  }
}

async function run({ mode }: Wanted, from: Side, to: Side | null, tell: Telling): Promise<boolean> {
  if (mode === 'dry run' || !to) {
    await rehearse(from, to, now(), tell);
    return true;
  }
  return (mode === 'verify' ? verify : move)({ from, to, now, tell });
}

/** A rehearsal only reads, also beside a running server. */
const openSource = ({ from, mode }: Wanted): Promise<Side> =>
  from.kind === 'cosmos'
    ? openCosmos(process.env)
    : openFolder(pathOf(from.path), '--from', mode !== 'dry run', erasures);

/** @returns null when a rehearsal finds nothing there, and makes nothing either */
async function openTarget({ to, mode }: Wanted): Promise<Side | null> {
  if (to.kind === 'cosmos') return openCosmos(process.env);
  const path = pathOf(to.path);
  if (mode === 'move') return makeFolder(path, '--to', erasures);
  if (mode === 'dry run' && !(await hasData(path))) return null;
  return openFolder(path, '--to', mode === 'verify', erasures);
}

/** npm starts a script in the folder of package.json, and says where the person stands. */
const pathOf = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);

/** Messages of other errors may hold ids: their class and code are what can be shown. */
function sentenceOf(error: unknown): string {
  if (error instanceof MoveRefused) return error.message;
  const name = error instanceof Error ? error.constructor.name : typeof error;
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  return `The move stopped because of an error (${name}${code}): run the same command again to go on.`;
}

const { stdout } = process;
const tell = stdout.isTTY
  ? terminalTelling(stdout)
  : plainTelling(
      (text) => void stdout.write(text),
      () => performance.now(),
    );
main(process.argv.slice(2), tell).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  },
);
