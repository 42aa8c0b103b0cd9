import { expect, test } from '@jest/globals';
import { rapportExport } from '@rapport/domain/export.schema';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const FILE = join(__dirname, '../../docs/export.schema.json');

/** `UPDATE_SCHEMA=1 npx jest tests/domain/exportSchema --selectProjects unit` writes it anew. */
test('D11: the published schema of a copy is the one that copies are made by', () => {
  const schema = JSON.stringify(z.toJSONSchema(rapportExport), null, 2);
  if (process.env['UPDATE_SCHEMA']) writeFileSync(FILE, `${schema}\n`);
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(schema));
});
