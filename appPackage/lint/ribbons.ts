import type { Extension, Rule } from './manifest';

type Group = NonNullable<
  NonNullable<
    NonNullable<NonNullable<Extension['ribbons']>[number]['tabs']>[number]['groups']
  >[number]
>;
type Control = NonNullable<Group['controls']>[number];

const SIZES = [16, 32, 80];

/** Buttons in Outlook's ribbon lead somewhere, and have icons of the sizes that Outlook asks for. */
export const ribbons: Rule = ({ extensions = [] }) =>
  extensions.flatMap((extension) => {
    const actions = (extension.runtimes ?? []).flatMap(({ actions: some = [] }) =>
      some.map(({ id }) => id),
    );
    const groups = (extension.ribbons ?? []).flatMap(({ tabs = [] }) =>
      tabs.flatMap(({ groups: some = [] }) => some),
    );
    const controls = groups.flatMap(({ controls: some = [] }) => some.flatMap(withItems));
    return [
      ...controls
        .filter(({ actionId }) => actionId !== undefined && !actions.includes(actionId))
        .map(({ id, actionId }) => `ribbon ${id}: there is no action ${actionId}.`),
      ...[...groups, ...controls].flatMap(missingSizes),
      ...(extension.alternates?.some(({ alternateIcons }) => alternateIcons !== undefined)
        ? []
        : ['extensions: alternateIcons are missing: classic Outlook would show none.']),
    ];
  });

const withItems = (control: Control): Control[] => [control, ...(control.items ?? [])];

function missingSizes({ icons = [] }: Pick<Control, 'icons'>): string[] {
  const missing = SIZES.filter((size) => !icons.some((icon) => icon.size === size));
  return missing.length === 0 ? [] : [`ribbon: icons of ${missing.join(', ')} pixels are missing.`];
}
