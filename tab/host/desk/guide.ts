import type { WindowAddress } from '../model/address';
import { firstName } from '../model/names';
import type { LocalPerson } from '../model/server';
import { oneOnOneChatId } from '@rapport/domain/chat';
import { text } from '../text';

export interface GuidePart {
  readonly label: string;
  /** Any of these ticks it off: names of write routes, or what the windows saw. */
  readonly marks: readonly string[];
}

export interface GuideStep {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly parts: readonly GuidePart[];
  /** Happens right before the two's 1:1: "Show me" moves the clock there. */
  readonly beforeMeeting?: boolean;
  /** Where "Show me" leads the windows. */
  readonly left?: Partial<WindowAddress>;
  readonly right?: Partial<WindowAddress>;
}

/** Who plays the story: the directory's first manager and their first report. */
export function playersOf(
  people: readonly LocalPerson[],
): { readonly manager: LocalPerson; readonly report: LocalPerson } | null {
  for (const manager of people) {
    const report = people.find((one) => one.key === manager.manages[0]);
    if (report) return { manager, report };
  }
  return null;
}

/** The story from empty to a meeting, in four steps. */
export function guideSteps(manager: LocalPerson, report: LocalPerson): readonly GuideStep[] {
  const names = [firstName(manager), firstName(report)] as const;
  const asManager = { person: manager.key, sub: null, meeting: null };
  const asReport = { person: report.key, sub: null, meeting: null };
  const chat = oneOnOneChatId(manager.oid, report.oid);
  const { parts, steps } = text;
  return [
    {
      id: 'invite',
      ...steps.invite(...names),
      parts: [
        { label: parts.peoplePicked(names[1]), marks: ['peoplePicked'] },
        { label: parts.startSeries, marks: ['startSeries'] },
      ],
      left: { ...asManager, view: 'app' },
    },
    {
      id: 'join',
      ...steps.join(...names),
      parts: [
        { label: parts.appAdded, marks: ['appAdded'] },
        { label: parts.acceptInvitation, marks: ['acceptInvitation'] },
      ],
      right: { ...asReport, view: 'chat', chat, tab: 'chat' },
    },
    {
      id: 'prepare',
      ...steps.prepare(),
      parts: [
        { label: parts.addTopic, marks: ['addTopic'] },
        { label: parts.moveTopic, marks: ['moveTopic', 'movePrivateTopic'] },
        { label: parts.addPrivateTopic, marks: ['addPrivateTopic'] },
      ],
      left: { ...asManager, view: 'chat', chat, tab: 'rapport' },
      right: { ...asReport, view: 'chat', chat, tab: 'rapport' },
    },
    {
      id: 'meet',
      ...steps.meet(),
      parts: [
        { label: parts.meetingJoined, marks: ['meetingJoined'] },
        { label: parts.panelSeen, marks: ['panelSeen'] },
      ],
      beforeMeeting: true,
      left: { ...asManager, view: 'calendar' },
      right: { ...asReport, view: 'calendar' },
    },
  ];
}

export const isDone = (part: GuidePart, marks: readonly string[]): boolean =>
  part.marks.some((mark) => marks.includes(mark));
