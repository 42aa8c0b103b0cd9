import type { RapportExport } from '@rapport/domain/export';
import type { RootContent } from 'mdast';
import type { Telling } from './meetings';
import { item, list, paragraphs, part } from './nodes';

/** Notes from before, as they were brought in: whose words they are, and the days as they say. */
export function tellImported(
  { t, who, day }: Telling,
  imports: RapportExport['imported'],
  depth: 2 | 3,
): RootContent[] {
  return part(
    depth,
    t('bring.title'),
    imports.flatMap(({ by, at, meetings }) => [
      ...paragraphs(t('bring.md.by', { name: who(by), date: day(at) })),
      ...meetings.flatMap(({ heldOn, title, lines }) => {
        const on = heldOn ? day(`${heldOn}T12:00`) : t('bring.undated');
        const items = lines.map(({ kind, text, done }) =>
          item(paragraphs(text), kind === 'action' ? (done ?? false) : null),
        );
        return part(depth === 2 ? 3 : 4, title ? `${on} · ${title}` : on, list(items));
      }),
    ]),
  );
}
