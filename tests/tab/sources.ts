import { parseSync } from '@swc/core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Every TypeScript file below `folder`, parsed. */
export function parseSources(folder: string): { file: string; tree: Node }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      return { file, tree: parse(source, file.endsWith('x')) };
    });
}

export const parse = (source: string, tsx: boolean): Node =>
  parseSync(source, { syntax: 'typescript', tsx }) as unknown as Node;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every node of a tree, itself included, outer ones first. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (isNode(value)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const child of Object.values(value)) yield* nodesOf(child);
}

/** The words of a string or a template without values; undefined for anything else. */
export function literal(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'JSXExpressionContainer') return literal(value['expression']);
  if (value.type === 'StringLiteral') return String(value['value']);
  if (value.type !== 'TemplateLiteral') return undefined;
  const parts = value['quasis'] as readonly { readonly raw: string }[];
  return parts.map(({ raw }) => raw).join('');
}
