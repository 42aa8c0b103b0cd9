import type { ExportedGoal } from '@rapport/domain/export.schema';
import type { GoalPart } from '@rapport/domain/goal.schema';
import type { BlockContent, RootContent } from 'mdast';
import { PART_WORDS, STATE_WORDS } from '../goals/labels';
import type { WordsKey } from '../words/words';
import { tellKept, type Telling } from './meetings';
import { heading, item, line, list, paragraphs } from './nodes';

export const PARTS: Readonly<Record<GoalPart, WordsKey>> = {
  sentence: 'goals.sentence',
  ...PART_WORDS,
  progress: 'goals.progress',
};
const ORDER = Object.keys(PARTS) as GoalPart[];

/** Each goal with its parts in the words of both, and how it went. */
export function tellGoals(
  { t, ...telling }: Telling,
  goals: readonly ExportedGoal[],
): RootContent[] {
  const { who, day } = telling;
  return goals.flatMap((goal) => {
    const about = [
      t('copy.md.goalOf', { name: who(goal.owner) }),
      t(STATE_WORDS[goal.state]),
      ...(goal.due ? [t('goals.by', { date: day(`${goal.due}T12:00`) })] : []),
    ];
    const [title] = goal.lines.filter(({ part }) => part === 'sentence');
    const rest = goal.lines
      .filter((one) => one !== title)
      .toSorted((a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part));
    const said = (one: (typeof rest)[number]): BlockContent[] => [
      line(
        one.text,
        t('copy.md.goalLine', {
          part: t(PARTS[one.part]),
          name: who(one.by),
          date: day(one.at),
        }),
      ),
      ...tellKept({ t, ...telling }, one),
    ];
    return [
      heading(3, title?.text ?? t('goals.noSentence')),
      ...paragraphs(about.join(' · ')),
      ...(title ? tellKept({ t, ...telling }, title) : []),
      ...list(rest.map((one) => item(said(one)))),
    ];
  });
}
