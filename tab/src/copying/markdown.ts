import type { Role } from '@rapport/domain/person';
import type { Subject } from '@rapport/domain/aboutUs';
import type { RapportExport } from '@rapport/domain/export';
import type { ExportedEntry } from '@rapport/domain/export.schema';
import type { BlockContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { sayRhythm } from '../words/labels';
import type { Words } from '../words/words';
import { tellBrought } from './brought';
import { tellGoals } from './goals';
import { tellImported } from './imported';
import { ANSWERS, STATES } from './labels';
import { lineItem, tellMeeting, type Telling } from './meetings';
import { heading, item, list, paragraphs, part, quote } from './nodes';

/**
 * The copy as a document: GitHub Flavored Markdown. Whatever people wrote stays text.
 * @param subjects the question that stands for each subject of "About us"
 */
export function markdownOf(
  copy: RapportExport,
  words: Words,
  subjects: Readonly<Partial<Record<Subject, string>>>,
): string {
  const { t } = words;
  const { about } = copy;
  const names = { manager: about.manager.name, report: about.report?.name ?? t('role.report') };
  const telling: Telling = {
    t,
    who: (role) => names[role],
    day: words.dated,
  };
  const { who, day } = telling;
  const planned = copy.agenda.plannedAt;
  const children: RootContent[] = [
    heading(1, about.report ? t('copy.md.title', names) : t('copy.md.titleAlone', names)),
    ...paragraphs(t('copy.md.by', { name: who(copy.exportedBy), date: day(copy.exportedAt) })),
    ...paragraphs(sayRhythm(words, about.rhythm, about.minutes)),
    ...(about.introduction === '' ? [] : [quote(about.introduction)]),
    ...part(2, t('copy.md.agenda'), [
      ...(planned ? paragraphs(t('copy.md.planned', { date: day(planned) })) : []),
      ...tellMeeting(telling, copy.agenda, 3),
    ]),
    ...copy.meetings.flatMap((meeting) => [
      heading(2, t('copy.md.meeting', { number: meeting.number, date: day(meeting.finishedAt) })),
      ...tellMeeting(telling, meeting, 3),
    ]),
    ...part(2, t('goals.title'), tellGoals(telling, copy.goals ?? [])),
    ...tellBrought(telling, copy.brought ?? []),
    ...tellImported(telling, copy.imported, 2),
    ...part(2, t('copy.md.feedback'), tellFeedback(telling, copy.feedback)),
    ...part(2, t('copy.md.wishes'), list(copy.wishes.map((one) => lineItem(telling, one)))),
    ...part(
      2,
      t('copy.md.checkIns'),
      list(
        copy.checkIns.flatMap((both) =>
          (['manager', 'report'] as const).map((role) =>
            tellCheckIn(telling, who(role), both[role]),
          ),
        ),
      ),
    ),
    ...part(
      2,
      t('copy.md.talkShares'),
      list(
        copy.talkShares.map(({ meeting, measuredBy, share }) =>
          tellTalkShare(telling, meeting, measuredBy, share),
        ),
      ),
    ),
    ...part(2, t('about.title'), [
      ...tellAnswers(telling, copy.aboutUs.answers, subjects),
      ...part(
        3,
        t('copy.md.values'),
        list(copy.aboutUs.values.map((one) => lineItem(telling, one))),
      ),
      ...part(
        3,
        t('copy.md.introductions'),
        copy.aboutUs.introductions.flatMap(({ text, until }) => [
          ...paragraphs(t('copy.md.until', { date: day(until) })),
          quote(text),
        ]),
      ),
    ]),
    ...part(2, t('copy.md.questions'), list(copy.questions.map((one) => lineItem(telling, one)))),
    ...part(2, t('ledger.title'), tellLedger(telling, copy.ledger)),
    ...tellMine(telling, copy, subjects),
  ];
  return toMarkdown({ type: 'root', children }, { bullet: '-', extensions: [gfmToMarkdown()] });
}

type Answers = RapportExport['aboutUs']['answers'];

const tellAnswers = (
  { t, who, day }: Telling,
  answers: Answers,
  subjects: Readonly<Partial<Record<Subject, string>>>,
): RootContent[] =>
  answers.flatMap(({ subject, by, text, at, earlier }) => [
    heading(3, subjects[subject] ?? subject),
    ...paragraphs(t('copy.md.line', { name: who(by), date: day(at) })),
    quote(text),
    ...earlier.flatMap((one) => [
      ...paragraphs(t('copy.md.line', { name: who(by), date: day(one.at) })),
      quote(one.text),
    ]),
  ]);

const tellCheckIn = (
  { t }: Telling,
  name: string,
  { meeting: number, worth, heard, share }: RapportExport['checkIns'][number]['manager'],
) => item(paragraphs(t('copy.md.checkIn', { number, name, worth, heard, share })));

const tellTalkShare = ({ t, who }: Telling, number: number, by: Role, share: number | null) => {
  const [name, reader] = [who('report'), who(by)];
  if (share === null) return item(paragraphs(t('copy.md.talkShareAny', { number, reader })));
  return item(paragraphs(t('copy.md.talkShare', { number, name, reader, share })));
};

const tellFeedback = (
  { t, who, day }: Telling,
  feedback: RapportExport['feedback'],
): RootContent[] =>
  feedback.flatMap(({ from, kind, askedFor, text, at, answer, reply }) => {
    const about = { name: who(from), date: day(at) };
    return [
      heading(3, kind === 'praise' ? t('copy.md.praise', about) : t('copy.md.criticism', about)),
      ...(askedFor === null ? [] : said(t('copy.md.askedFor'), askedFor)),
      quote(text ?? ''),
      ...(answer
        ? [
            ...paragraphs(t('copy.md.answer', { date: day(answer.at) })),
            ...paragraphs(t(ANSWERS[answer.kind] ?? 'answer.title')),
            ...(answer.words === null ? [] : [quote(answer.words)]),
          ]
        : []),
      ...(reply
        ? [...paragraphs(t('copy.md.reply', { date: day(reply.at) })), quote(reply.text)]
        : []),
    ];
  });

const tellLedger = ({ t, who, day }: Telling, entries: readonly ExportedEntry[]): RootContent[] =>
  entries.flatMap((entry): RootContent[] => {
    const name = who(entry.by);
    switch (entry.type) {
      case 'matter':
        return [
          heading(3, entry.about),
          ...entry.requests.flatMap(({ audience, wording, at, state, answer, toldAt }) => [
            ...paragraphs(t('copy.md.asked', { name, date: day(at), audience })),
            quote(wording),
            ...paragraphs(t(STATES[state])),
            ...(answer?.wording ? said(t('copy.md.allowed'), answer.wording) : []),
            ...(toldAt.length > 0
              ? paragraphs(t('ledger.told', { dates: toldAt.map(day).join(', ') }))
              : []),
          ]),
        ];
      case 'safety':
        return [
          heading(3, t(entry.basis === 'law' ? 'ledger.safety.law' : 'ledger.safety.risk')),
          ...said(
            t('copy.md.passedOn', { name, date: day(entry.at), audience: entry.audience }),
            entry.wording,
          ),
          ...entry.added.flatMap(({ text, at }) =>
            said(t('ledger.safety.added', { date: day(at) }), text),
          ),
        ];
      case 'export':
        return list([item(paragraphs(t('copy.md.exported', { name, date: day(entry.at) })))]);
    }
  });

const said = (about: string, words: string): BlockContent[] => [...paragraphs(about), quote(words)];

/** What nobody else read, where it was chosen. */
function tellMine(
  telling: Telling,
  copy: RapportExport,
  subjects: Readonly<Partial<Record<Subject, string>>>,
): RootContent[] {
  const { onlyMine: mine, exportedBy } = copy;
  if (!mine) return [];
  const { t, who } = telling;
  const lines = (all: typeof mine.notes) => list(all.map((one) => lineItem(telling, one)));
  const dates = new Map(copy.meetings.map(({ number, finishedAt }) => [number, finishedAt]));
  return part(2, t('copy.md.onlyMine', { name: who(exportedBy) }), [
    ...tellImported(telling, mine.imported, 3),
    ...part(3, t('copy.md.topics'), lines(mine.topics)),
    ...part(3, t('copy.md.notes'), lines(mine.notes)),
    ...mine.meetings.flatMap(({ number, notes }) =>
      part(
        3,
        t('copy.md.meeting', { number, date: telling.day(dates.get(number) ?? copy.exportedAt) }),
        lines(notes),
      ),
    ),
    ...part(3, t('copy.md.drafts'), lines(mine.feedback)),
    ...part(
      3,
      t('copy.md.checkIns'),
      list(mine.checkIns.map((one) => tellCheckIn(telling, who(exportedBy), one))),
    ),
    ...part(
      3,
      t('copy.md.talkShares'),
      list(
        mine.talkShares.map(({ meeting, share }) =>
          tellTalkShare(telling, meeting, exportedBy, share),
        ),
      ),
    ),
    ...tellAnswers(telling, mine.answers, subjects),
    ...part(3, t('copy.md.values'), lines(mine.values)),
    ...tellLedger(telling, mine.ledger),
  ]);
}
