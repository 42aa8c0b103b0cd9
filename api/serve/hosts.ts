import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

/** Client ids of Teams, Outlook and Microsoft 365: the same list that infra/ hands to the cloud. */
export async function readHosts(file: string): Promise<readonly string[]> {
  const list = z.object({ hosts: z.array(z.guid()) });
  return list.parse(JSON.parse(await readFile(file, 'utf8'))).hosts;
}
