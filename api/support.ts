import { supportResources, type SupportResources } from '@rapport/domain/support.schema';
import { readFile } from 'node:fs/promises';

/**
 * The places to turn to that the organisation entered (PRACTICE B6, C3): `SUPPORT_RESOURCES` names a JSON file,
 * or is that JSON itself, as settings in the cloud are; without it there are none.
 * @throws Error with one sentence that says what is wrong, and where
 */
export async function readSupportResources(setting: string | undefined): Promise<SupportResources> {
  if (!setting) return {};
  const inline = setting.trimStart().startsWith('{');
  const text = inline ? setting : await fileNamed(setting);
  const result = supportResources.safeParse(parsed(text));
  if (result.success) return result.data;
  const at = result.error.issues[0]?.path.join('.');
  throw new Error(
    `SUPPORT_RESOURCES has to list, by language, places with title, text and link${at ? `; look at ${at}` : ''}.`,
  );
}

async function fileNamed(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new Error('SUPPORT_RESOURCES names a file that cannot be read.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('SUPPORT_RESOURCES is not JSON.');
  }
}
