import type { RapportExport } from '@rapport/domain/export';
import { loadSubjects } from '../words/aboutUs';
import type { Words } from '../words/words';

export type CopyFormat = 'markdown' | 'json';

/** A copy as a file that names nobody. */
export interface CopyFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/**
 * Makes the file, here in the browser: what turns it into Markdown is fetched when somebody asks for it.
 * @throws when that cannot be fetched
 */
export async function copyFile(
  copy: RapportExport,
  format: CopyFormat,
  words: Words,
): Promise<CopyFile> {
  const name = `rapport-${copy.exportedAt.slice(0, 10)}`;
  if (format === 'json') {
    const text = `${JSON.stringify(copy, null, 2)}\n`;
    return { name: `${name}.json`, type: 'application/json', text };
  }
  const [{ markdownOf }, subjects] = await Promise.all([
    import('./markdown'),
    loadSubjects(words.locale),
  ]);
  const text = markdownOf(copy, words, subjects);
  return { name: `${name}.md`, type: 'text/markdown;charset=utf-8', text };
}

/** How long a browser may take to begin reading what it is to save, in ms. */
const KEPT_MS = 60_000;

/** Hands it to the browser's downloads. No host says whether it lets them through. */
export function save({ name, type, text }: CopyFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
