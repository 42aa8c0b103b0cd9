import { NO_IMPORTS } from '@rapport/domain/imported';
import {
  addImportInput,
  importedPart,
  importIndex,
  type ImportedPart,
  type ImportIndex,
} from '@rapport/domain/imported.schema';
import { uuid } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';
import type { Partition } from '../documents/documents';
import { importPlacing, importsPlacing, personPartition, seriesPartition } from '../places';
import { Problem } from '../problem';
import { readSeries } from '../reading/readSeries';
import { route, type Route } from '../route';
import { addPrivate, addShared, takeBackPrivate, takeBackShared } from '../writing/changeImports';
import { type AnyCall } from '../writing/changeSeries';
import { nothing, seriesPath, written } from './shared';

type Where = Pick<Partition, 'container' | 'key'>;

/** Two addresses: who reads it is decided by where it lies. */
const PAGES = [
  {
    name: '',
    path: 'imports',
    readers: 'read by both',
    where: (_: AnyCall, seriesId: string): Where => seriesPartition(seriesId),
    add: addShared,
    takeBack: takeBackShared,
  },
  {
    name: 'Private',
    path: 'private-imports',
    readers: 'read by the caller alone',
    where: ({ caller }: AnyCall): Where => personPartition(caller.id),
    add: addPrivate,
    takeBack: takeBackPrivate,
  },
] as const;

const importPath = z.strictObject({ seriesId: uuid, importId: uuid });
const partPath = z.strictObject({
  seriesId: uuid,
  importId: uuid,
  number: z.pipe(
    z.string().check(z.regex(/^(0|[1-9][0-9]?)$/)),
    z.transform((text: string) => Number(text)),
  ),
});

/** Earlier notes that somebody brought along: their words, and past meetings only as they say (PRACTICE D11). */
export const importRoutes: readonly Route[] = PAGES.flatMap(
  ({ name, path, readers, where, add, takeBack }): Route[] => [
    route({
      name: `list${name}Imports`,
      method: 'GET',
      path: `/api/series/{seriesId}/${path}`,
      kind: 'read',
      auth: 'series',
      summary: `Who brought earlier notes along, when and how many, ${readers}.`,
      params: seriesPath,
      body: null,
      output: importIndex,
      async handle(call) {
        const { seriesId } = call.path;
        await readSeries(call, seriesId);
        const index = await call.services.documents.read<ImportIndex>(
          where(call, seriesId),
          importsPlacing(seriesId).id,
        );
        return { value: index?.value ?? NO_IMPORTS };
      },
    }),
    route({
      name: `get${name}Import`,
      method: 'GET',
      path: `/api/series/{seriesId}/${path}/{importId}/parts/{number}`,
      kind: 'read',
      auth: 'series',
      summary: `One part of notes that were brought along, ${readers}.`,
      params: partPath,
      body: null,
      output: importedPart,
      async handle(call) {
        const { seriesId, importId, number } = call.path;
        await readSeries(call, seriesId);
        const part = await call.services.documents.read<ImportedPart>(
          where(call, seriesId),
          importPlacing(seriesId, importId, number).id,
        );
        if (!part) throw new Problem('import.unknown');
        return { value: part.value };
      },
    }),
    route({
      name: `add${name}Import`,
      method: 'POST',
      path: `/api/series/{seriesId}/${path}/{importId}`,
      kind: 'write',
      auth: 'series',
      summary: `Brings one part of earlier notes along, ${readers}; the same part again changes nothing.`,
      params: importPath,
      body: addImportInput,
      output: written,
      handle: async (call) => ({
        ...(await add(call, call.path.seriesId, call.path.importId, call.body)),
        status: 201,
      }),
    }),
    route({
      name: `remove${name}Import`,
      method: 'POST',
      path: `/api/series/{seriesId}/${path}/{importId}/remove`,
      kind: 'write',
      auth: 'series',
      summary: `Takes back what one brought along, ${readers}: exactly that.`,
      params: importPath,
      body: nothing,
      output: written,
      handle: (call) => takeBack(call, call.path.seriesId, call.path.importId),
    }),
  ],
);
