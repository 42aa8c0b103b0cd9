import { domains, signIn, tabs } from './addresses';
import { activityIcons, icons } from './icons';
import type { Files, Manifest, Rule } from './manifest';
import { permissions } from './permissions';
import { ribbons } from './ribbons';
import { strings } from './strings';
import { filled, version } from './version';

const RULES: readonly Rule[] = [
  filled,
  version,
  tabs,
  domains,
  signIn,
  permissions,
  icons,
  activityIcons,
  ribbons,
  strings,
];

/**
 * What the manifest's schema does not catch.
 * @returns one sentence for each thing that is wrong; empty when all is well
 */
export const lint = (manifest: Manifest, files: Files): readonly string[] =>
  RULES.flatMap((rule) => rule(manifest, files));
