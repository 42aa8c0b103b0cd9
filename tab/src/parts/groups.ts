import { linesOf } from '@rapport/domain/agenda';
import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { shortName } from '../words/labels';
import type { Topic } from '@rapport/domain/topic';
import type { Words } from '../words/words';

/** Topics that stand together: one raiser's, or those that only their author sees. */
export interface Group {
  readonly key: 'manager' | 'report' | 'onlyMe';
  readonly page: 'shared' | 'onlyMe';
  readonly mine: boolean;
  readonly topics: readonly Topic[];
  readonly title: string;
  readonly whoReads: string | null;
  readonly empty: string;
}

/** A topic that was just removed, and where it stood. */
export interface Removed {
  readonly group: Group['key'];
  readonly index: number;
  readonly id: string;
}

/** Who reads what both share: "You and Ravi". */
export const sayBoth = ({ t }: Words, name: string | null): string =>
  name ? t('who.youAnd', { name: shortName(name) }) : t('who.youAndWhoJoins');

/** Who is let in at all, in a sentence. */
export function sayAccess({ t }: Words, view: SeriesView): string {
  const name = otherName(view);
  if (!name) return t('series.accessUnnamed');
  // Both read on for a while, whoever left (PRACTICE D11).
  if (hasLeft(view)) return t('series.accessLeft', { name: shortName(name) });
  const { invitation } = view;
  if (!invitation) return t('series.access', { name: shortName(name) });
  const open = invitation.state === 'sent';
  return open ? t('series.accessBefore', { name: shortName(name) }) : t('series.accessAlone');
}

/** True once one of the two left, or a stand-in's time is over: it stays to be read, and takes no more words. */
export const hasLeft = ({ manager, report, endedAt }: SeriesView): boolean =>
  manager.leftAt !== null || (report?.leftAt ?? null) !== null || endedAt !== undefined;

/**
 * The agenda as it is shown: the report's topics, the manager's, and what only this person sees, if there
 * is any. Each says who can read it (PRACTICE A1, C4).
 */
export function groupsOf(words: Words, view: SeriesView, removed: Removed | null): Group[] {
  const { t } = words;
  const name = otherName(view);
  const other = name ? shortName(name) : null;
  // What one is asked when nothing stands there yet (PRACTICE C2).
  const yoursEmpty = t(view.format === 'free' ? 'group.yoursEmptyFree' : 'group.yoursEmpty');
  const whoReads = sayBoth(words, name);

  const shared = (['report', 'manager'] as const).map((key): Group => {
    const mine = key === view.me;
    const theirs = other ? t('group.theirs', { name: other }) : t('group.theirsUnnamed');
    const theirsEmpty = other ? t('group.theirsEmpty', { name: other }) : t('group.unnamedEmpty');
    return {
      key,
      page: 'shared',
      mine,
      topics: linesOf(view.topics, key),
      title: mine ? t('group.yours') : theirs,
      whoReads,
      empty: hasLeft(view) ? t('group.none') : mine ? yoursEmpty : theirsEmpty,
    };
  });
  // What one still has then, and may take away, stands below (leaving/StillYours.tsx).
  if (hasLeft(view) || (view.onlyMe.topics.length === 0 && removed?.group !== 'onlyMe')) {
    return shared;
  }
  return [
    ...shared,
    {
      key: 'onlyMe',
      page: 'onlyMe',
      mine: true,
      topics: view.onlyMe.topics,
      title: t('group.onlyMe'),
      whoReads: t('who.onlyYou'),
      empty: '',
    },
  ];
}
