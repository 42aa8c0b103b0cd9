import { randomUUID } from 'node:crypto';
import type { Clock } from '../../ports/clock';
import { nextOccurrence, occurrenceIn, weeklyMeetings, type WeeklyMeeting } from './calendar';
import { createDirectory } from './directory';
import { openTeamsFile } from './file';
import type { LocalPerson } from './person';
import type { Activity, Chat, Guide, GuideInput, Meeting, TeamsView } from './schema';

/** What the guided path can tick off has far fewer names than this. */
const MARKS = 100;
/** Entries of all activity feeds that are kept. */
const ACTIVITIES = 500;

/** The local Teams: whose chats and meetings there are, and what was done in them on this machine. */
export interface TeamsState {
  /**
   * What a person sees; `visiting`: a meeting they followed a link to, invited or not.
   * @throws TeamsRefusal
   */
  view(person: string, visiting: string | null): TeamsView;
  /** Adds Rapport to a chat of the person's; again changes nothing. @throws TeamsRefusal */
  addApp(person: string, chat: string): Promise<void>;
  /** @throws TeamsRefusal */
  send(person: string, chat: string, text: string): Promise<void>;
  /** Puts an entry into somebody's activity feed, in the place of one with the same chain. @throws TeamsRefusal */
  notify(person: string, activity: Pick<Activity, 'chainId' | 'kind' | 'series'>): Promise<void>;
  /** Somebody enters or leaves a meeting; forgotten when the server stops. @throws TeamsRefusal */
  attend(person: string, meeting: string, here: boolean): void;
  readonly guide: Guide;
  /** Dismisses the guided path or brings it back, and adds what has been done. */
  changeGuide(change: GuideInput): Promise<void>;
}

/** Opens the state kept in `<dataFolder>/teams.json`. @throws when that file is damaged */
export function createTeamsState(
  dataFolder: string,
  people: readonly LocalPerson[],
  clock: Clock,
): TeamsState {
  const file = openTeamsFile(dataFolder);
  const weekly = weeklyMeetings(people);
  const directory = createDirectory(people, weekly);
  const attending = new Map<string, ReadonlySet<string>>();
  const installationOf = (chat: string) =>
    file.data.installations.find((one) => one.chat === chat) ?? null;

  const chatOf = (id: string, members: readonly [string, string]): Chat => ({
    id,
    people: members,
    meeting: directory.meetingOfChat(id)?.id ?? null,
    rapport: installationOf(id),
    messages: file.data.messages.filter((one) => one.chat === id),
  });

  function chatsOf(person: string): Chat[] {
    const used = [...file.data.messages, ...file.data.installations].map((one) => one.chat);
    return [...new Set([...directory.chatsOf(person), ...used])].flatMap((id) => {
      const members = directory.members(id);
      return members?.includes(person) ? [chatOf(id, members)] : [];
    });
  }

  function meetingOf(weeklyMeeting: WeeklyMeeting): Meeting {
    const { slot: _slot, ...meeting } = weeklyMeeting;
    const at = clock.now();
    return {
      ...meeting,
      next: nextOccurrence(weeklyMeeting, at),
      occurrences: [0, 1].map((weeks) => occurrenceIn(weeklyMeeting, at, weeks)),
      here: [...(attending.get(meeting.id) ?? [])],
    };
  }

  return {
    view(person, visiting) {
      const { key } = directory.person(person);
      const linked = visiting === null ? null : directory.meeting(visiting);
      return {
        at: clock.now().toISOString(),
        chats: chatsOf(key),
        activities: (file.data.activities ?? []).filter(({ to }) => to === key).toReversed(),
        meetings: weekly.filter((one) => one.people.includes(key)).map(meetingOf),
        visiting:
          linked && !linked.people.includes(key)
            ? { meeting: meetingOf(linked), rapport: installationOf(linked.chat) !== null }
            : null,
      };
    },
    async addApp(person, chat) {
      const id = directory.ownChat(person, chat);
      const added = { chat: id, by: person, at: clock.now().toISOString() };
      await file.change((data) =>
        data.installations.some((one) => one.chat === id)
          ? data
          : { ...data, installations: [...data.installations, added] },
      );
    },
    async send(person, chat, text) {
      const at = clock.now().toISOString();
      const id = directory.ownChat(person, chat);
      const message = { id: randomUUID(), chat: id, from: person, text, at };
      await file.change((data) => ({ ...data, messages: [...data.messages, message] }));
    },
    async notify(person, { chainId, kind, series }) {
      const { key } = directory.person(person);
      const activity = { chainId, to: key, kind, series, at: clock.now().toISOString() };
      await file.change(({ activities = [], ...data }) => {
        const others = activities.filter((one) => one.to !== key || one.chainId !== chainId);
        return { ...data, activities: [...others, activity].slice(-ACTIVITIES) };
      });
    },
    attend(person, meeting, here) {
      const { key } = directory.person(person);
      const { id } = directory.meeting(meeting);
      const others = [...(attending.get(id) ?? [])].filter((one) => one !== key);
      attending.set(id, new Set(here ? [...others, key] : others));
    },
    get guide() {
      return file.data.guide;
    },
    changeGuide: ({ dismissed, marks = [] }) =>
      file.change(({ guide, ...data }) => ({
        ...data,
        guide: {
          dismissed: dismissed ?? guide.dismissed,
          marks: [...new Set([...guide.marks, ...marks])].slice(0, MARKS),
        },
      })),
  };
}
