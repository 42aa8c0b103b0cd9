import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';

const require = createRequire(__filename);
export const folder = join(__dirname, '../../infra');

/** What one Bicep file declares and uses, as its grammar has it. */
export interface Template {
  readonly name: string;
  /** Where the grammar finds no sense: line and text. */
  readonly broken: readonly string[];
  readonly declared: ReadonlySet<string>;
  /** Names that are used as values. */
  readonly used: readonly string[];
  readonly params: readonly { readonly name: string; readonly optional: boolean }[];
  readonly outputs: readonly string[];
  readonly modules: readonly {
    readonly symbol: string;
    readonly path: string;
    readonly given: readonly string[];
  }[];
  /** `module.outputs.name` */
  readonly asked: readonly { readonly symbol: string; readonly output: string }[];
  readonly text: string;
}

const loaded = (async () => {
  await Parser.init();
  const grammar = require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readFile(grammar)));
  return parser;
})();

/** Every template in infra/, by its path there. */
export async function readTemplates(): Promise<ReadonlyMap<string, Template>> {
  const modules = (await readdir(join(folder, 'modules'))).map((name) => `modules/${name}`);
  const paths = ['main.bicep', ...modules].filter((path) => path.endsWith('.bicep'));
  const parsed = await Promise.all(
    paths.map(
      async (path) =>
        [path, await parse(path, await readFile(join(folder, path), 'utf8'))] as const,
    ),
  );
  return new Map(parsed);
}

export async function parse(name: string, text: string): Promise<Template> {
  const tree = (await loaded).parse(text);
  if (!tree) throw new Error(`${name} was not parsed`);
  const nodes = [...walk(tree.rootNode)];
  const ofType = (type: string) => nodes.filter((node) => node.type === type);
  const declarations = nodes.filter(
    ({ type }) => type.endsWith('_declaration') && type !== 'output_declaration',
  );
  const params = ofType('parameter_declaration');
  return {
    name,
    text,
    broken: nodes
      .filter((node) => node.isError || node.isMissing)
      .map((node) => `${node.startPosition.row + 1}: ${node.text.slice(0, 40)}`),
    declared: new Set([...declarations.map(nameOf), ...loopNames(nodes)]),
    used: nodes.filter(isUse).map((node) => node.text),
    params: params.map((node) => ({ name: nameOf(node), optional: / = /.test(node.text) })),
    outputs: ofType('output_declaration').map(nameOf),
    modules: ofType('module_declaration').map((node) => ({
      symbol: nameOf(node),
      path: /'([^']+)'/.exec(node.text)?.[1] ?? '',
      given: givenTo(node),
    })),
    asked: [...text.matchAll(/\b(\w+)!?\.outputs\.(\w+)/g)].map(([, symbol = '', output = '']) => ({
      symbol,
      output,
    })),
  };
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* walk(child);
}

const nameOf = (node: Node): string =>
  node.namedChildren.find((child) => child?.type === 'identifier')?.text ?? '';

const loopNames = (nodes: readonly Node[]): string[] =>
  nodes
    .filter(({ type }) => type === 'for_statement' || type === 'for_loop')
    .flatMap((node) => {
      const found = /^\[?\s*for (\w+) in/.exec(node.text);
      return found?.[1] === undefined ? [] : [found[1]];
    });

/** A plain name in the place of a value; not the name of a property, of a function or of what is declared. */
function isUse(node: Node): boolean {
  if (node.type !== 'identifier' || !node.parent) return false;
  const { parent } = node;
  if (parent.type.endsWith('_declaration')) return parent.firstNamedChild?.id !== node.id;
  if (parent.type === 'object_property') return parent.firstNamedChild?.id !== node.id;
  return !['call_expression', 'for_statement', 'for_loop', 'decorator', 'nullable_type'].includes(
    parent.type,
  );
}

/** Names of the parameters that a module is given. */
function givenTo(module: Node): string[] {
  const params = [...walk(module)].find(
    (node) => node.type === 'object_property' && node.firstNamedChild?.text === 'params',
  );
  const values = params?.namedChildren.find((child) => child?.type === 'object');
  return (values?.namedChildren ?? []).flatMap((child) =>
    child?.type === 'object_property' ? [child.firstNamedChild?.text ?? ''] : [],
  );
}
