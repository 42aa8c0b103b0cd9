import type { RapportExport } from '@rapport/domain/export';
import type { ExportedLine, ExportedNote } from '@rapport/domain/export.schema';
import { otherRole, type Role } from '@rapport/domain/person';
import type { BlockContent, ListItem, RootContent } from 'mdast';
import type { Words } from '../words/words';
import { item, line, list, paragraphs, part, quote } from './nodes';

/** The words of a document, and how it names people and days. */
export interface Telling {
  readonly t: Words['t'];
  readonly who: (role: Role) => string;
  /** With its year: a copy is read years later. */
  readonly day: (instant: string) => string;
}

type Meeting = Pick<RapportExport['agenda'], 'topics' | 'notes' | 'promises'>;

export const lineItem = ({ t, who, day }: Telling, one: ExportedLine): ListItem =>
  item([line(one.text, t('copy.md.line', { name: who(one.by), date: day(one.at) }))]);

/** Topics with their notes, notes of the whole, promises. */
export function tellMeeting(telling: Telling, meeting: Meeting, depth: 3 | 4): RootContent[] {
  const { t, who, day } = telling;
  const notes = (lines: readonly ExportedNote[]) =>
    list(
      lines.map((note) =>
        item([
          line(note.text, t('copy.md.line', { name: who(note.by), date: day(note.at) })),
          ...tellKept(telling, note),
        ]),
      ),
    );
  const topics = meeting.topics.map((topic) =>
    item(
      [
        line(topic.text, t('copy.md.line', { name: who(topic.by), date: day(topic.at) })),
        ...notes(topic.notes),
      ],
      topic.discussedAt !== null,
    ),
  );
  const promises = meeting.promises.map((promise) => {
    const name = who(promise.owner);
    const { due } = promise;
    const about = due
      ? t('copy.md.promiseBy', { name, date: day(`${due}T12:00`) })
      : t('copy.md.promise', { name });
    return item(
      [line(promise.text, about), ...tellKept(telling, promise)],
      promise.doneAt !== null,
    );
  });
  return [
    ...list(topics),
    ...part(depth, t('copy.md.notes'), notes(meeting.notes)),
    ...part(depth, t('copy.md.promises'), list(promises)),
  ];
}

/** What stood there before, and what the other one says about it (PRACTICE E2). */
export function tellKept(
  { t, who, day }: Telling,
  kept: Pick<ExportedNote, 'by' | 'text' | 'earlier' | 'seenDifferently'>,
): BlockContent[] {
  const { seenDifferently } = kept;
  const earlier = kept.earlier.flatMap(({ text, until }): BlockContent[] => [
    ...paragraphs(t('copy.md.before', { date: day(until) })),
    quote(text),
  ]);
  if (!seenDifferently) return earlier;
  const { about, text } = seenDifferently;
  return [
    ...earlier,
    ...paragraphs(t('copy.md.differs', { name: who(otherRole(kept.by)) })),
    ...(text === null ? [] : [quote(text)]),
    ...(about === null || about === kept.text
      ? []
      : [...paragraphs(t('copy.md.differsAbout')), quote(about)]),
  ];
}
