import { ensureBrowser } from '../../../scripts/browser.mjs';
import { buildForLocal, buildMove } from '../../../scripts/build.mjs';

/** Before the first e2e file: what it opens is built from the sources as they are now. */
export default async function prepare() {
  await buildForLocal();
  await buildMove();
  process.env['RAPPORT_BROWSER'] = await ensureBrowser();
}
