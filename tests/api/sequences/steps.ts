import type { SeriesView } from '@rapport/domain/series';
import fc from 'fast-check';
import type { Sending } from '../support/world';

export type Who = 'maya' | 'ravi';

const KINDS = [
  ...['addTopic', 'addPrivateTopic', 'addNote', 'addPrivateNote', 'addAction'],
  ...['editTopic', 'removeTopic', 'moveTopic', 'discussTopic', 'shareTopic', 'shareTopic'],
  ...['editPrivateTopic', 'editNote', 'removePrivateNote', 'editAction', 'finishAction'],
  ...['startMeeting', 'openTopic', 'wrapUp', 'resumeMeeting', 'finishMeeting', 'finishMeeting'],
  ...['addPrivateFeedback', 'editPrivateFeedback', 'giveFeedback', 'giveFeedback', 'sayFeedback'],
  ...['keepFeedback', 'openFeedback', 'answerFeedback', 'replyToAnswer', 'closeFeedback'],
  ...['cancelStart', 'planMeeting', 'planMeeting', 'pauseSeries', 'endPause'],
  ...['takeFeedbackBack', 'addCheckIn', 'addCheckIn', 'bindChat', 'saveIntroduction'],
] as const;

/** What somebody does next, seen from what their device shows. */
export interface Step {
  readonly who: Who;
  readonly kind: (typeof KINDS)[number];
  /** Which of those that there are. */
  readonly pick: number;
  /** The answer does not reach the device, which then asks once more. */
  readonly again: boolean;
  readonly seconds: number;
}

export const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom<Who>('maya', 'ravi'),
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat({ max: 20 }),
  again: fc.boolean(),
  seconds: fc.nat({ max: 90 }),
});

export interface Asked {
  readonly who: Who;
  readonly route: string;
  readonly sending: Sending & { readonly key: string };
}

/** What a device knows: the series, and the ids of feedback that arrived. */
export interface Shown {
  readonly view: SeriesView;
  readonly given: readonly string[];
  readonly now: Date;
}

/** The same ids in the same order, whoever asks. */
export function createIds(): () => string {
  let last = 0;
  return () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
}

/** @returns the command, or null where there is nothing to do it to */
export function commandFor(
  { who, kind, pick }: Step,
  shown: Shown,
  id: () => string,
): Asked | null {
  const { view, given, now } = shown;
  const { number } = view.meeting;
  const seriesId = view.id;
  const asked = (body: unknown = {}, more: Record<string, string> = {}): Asked => ({
    who,
    route: kind,
    sending: { params: { seriesId, ...more }, body, key: id() },
  });
  const one = <T>(all: readonly T[]): T | undefined => all[pick % Math.max(all.length, 1)];
  /** Any line, the other one's too: what is refused has to stay refused. */
  const onLine = (
    lines: readonly { readonly id: string; readonly version?: string }[],
    body: (version: string) => unknown = () => ({}),
  ): Asked | null => {
    const line = one(lines);
    return line ? asked(body(line.version ?? ''), { lineId: line.id }) : null;
  };
  const onGiven = (body: unknown = {}) =>
    onLine(
      given.map((known) => ({ id: known })),
      () => body,
    );
  const own = view.onlyMe;
  const promise = { owner: view.me, due: null };
  // Some words only once: whatever they are on, they can be told apart.
  const words = `words ${id().slice(-4)}`;
  switch (kind) {
    case 'addTopic':
    case 'addPrivateTopic':
      return asked({ id: id(), text: words });
    case 'addNote':
    case 'addPrivateNote':
      return asked({ id: id(), text: words, topic: one(view.topics)?.id ?? null });
    case 'addAction':
      return asked({ id: id(), text: words, ...promise });
    case 'editTopic':
      return onLine(view.topics, (version) => ({ text: words, version }));
    case 'removeTopic':
      return onLine(view.topics, (version) => ({ version }));
    case 'moveTopic':
      return onLine(view.topics, () => ({ after: view.topics[pick % 3]?.id ?? null }));
    case 'discussTopic':
      return onLine(view.topics, () => ({ discussed: pick % 4 > 0 }));
    case 'shareTopic':
      return onLine(own.topics);
    case 'editPrivateTopic':
      return onLine(own.topics, (version) => ({ text: words, version }));
    case 'editNote':
      return onLine(view.notes, (version) => ({ text: words, version }));
    case 'removePrivateNote':
      return onLine(own.notes, (version) => ({ version }));
    case 'editAction':
      return onLine(view.actions, (version) => ({ text: words, version, ...promise }));
    case 'finishAction':
      return onLine(view.actions, () => ({ done: pick % 3 > 0 }));
    case 'startMeeting':
      return asked({ number, endsAt: null });
    case 'openTopic':
      return asked({ number, topic: one(view.topics)?.id ?? null });
    case 'planMeeting': {
      const to = new Date(now.getTime() + pick * 3_600_000).toISOString();
      const from = view.meeting.plannedAt;
      return asked({ number, from, to, skip: pick % 4 === 0, offset: 60 });
    }
    case 'pauseSeries':
      return asked({ until: pick % 2 ? null : new Date(now.getTime() + 60_000).toISOString() });
    case 'endPause': {
      const said = one(view.pauses ?? []);
      return said ? asked({ at: said.at }) : null;
    }
    case 'cancelStart':
    case 'wrapUp':
    case 'resumeMeeting':
      return asked({ number });
    case 'finishMeeting':
      return asked({ number, nextAt: null });
    case 'addPrivateFeedback':
      return asked({ id: id(), text: words, kind: pick % 2 ? 'praise' : 'criticism' });
    case 'editPrivateFeedback':
      return onLine(own.feedback, (version) => ({ text: words, version, kind: 'praise' }));
    case 'giveFeedback': {
      const at = new Date(now.getTime() + (pick % 3) * 60_000).toISOString();
      return onLine(own.feedback, () => ({
        delivery: pick % 2 ? { how: 'bring' } : { how: 'send', at },
      }));
    }
    case 'sayFeedback':
      return onLine(own.feedback, () => ({ said: true }));
    case 'keepFeedback':
      return onLine(own.feedback);
    case 'openFeedback':
    case 'closeFeedback':
    case 'takeFeedbackBack':
      return onGiven();
    case 'answerFeedback':
      return onGiven({ kind: (['thanks', 'willTry', 'talk'] as const)[pick % 3], words });
    case 'replyToAnswer':
      return onGiven({ text: words });
    case 'addCheckIn':
      return asked({ meeting: number - 1, worth: 3, heard: 4, share: 50 });
    case 'bindChat':
      return asked({ chatId: `19:meeting_${pick % 4}@thread.v2` });
    case 'saveIntroduction':
      return { who, route: kind, sending: { body: { introduction: words }, key: id() } };
  }
}
