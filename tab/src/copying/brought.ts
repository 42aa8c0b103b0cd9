import type { ExportedBrought } from '@rapport/domain/export.schema';
import type { BlockContent, RootContent } from 'mdast';
import { PARTS } from './goals';
import { NOUN_WORDS } from '../succession/nouns';
import type { Telling } from './meetings';
import { item, line, list, paragraphs, part } from './nodes';

/** What came along from another 1:1: what it was there, and whose words they are; a goal with its parts. */
export function tellBrought({ t, day }: Telling, lines: readonly ExportedBrought[]): RootContent[] {
  const goalWords = ({
    owner,
    due,
    parts,
  }: NonNullable<ExportedBrought['goal']>): BlockContent[] => {
    const about = [
      t('copy.md.goalOf', { name: owner.from }),
      ...(due ? [t('goals.by', { date: day(`${due}T12:00`) })] : []),
    ];
    const words = parts.map(({ part: of, text, from: name }) =>
      item([line(text, t('copy.md.brought', { noun: t(PARTS[of]), name }))]),
    );
    return [...paragraphs(about.join(' · ')), ...list(words)];
  };
  const items = lines.map(({ noun, text, from: name, goal }) =>
    item([
      line(text, t('copy.md.brought', { noun: t(NOUN_WORDS[noun]), name })),
      ...(goal ? goalWords(goal) : []),
    ]),
  );
  return part(2, t('brought.title'), list(items));
}
