import type { Delivery, Notification, NotifyPort } from '@rapport/api/ports/notify';
import type { PersonId } from '@rapport/domain/person';

export type Entry = Notification & { readonly person: PersonId };

/** Activity feeds as Teams keeps them: what comes with the same chain takes the place of the first. */
export interface Feed extends NotifyPort {
  /** What stands there. */
  readonly shown: readonly Entry[];
  /** Everything that was sent, repeats too. */
  readonly sent: readonly Entry[];
  /** What the next ones are answered instead; `lost`: shown, and the answer lost. Then all is well again. */
  readonly answers: (Delivery | 'lost' | 'broken')[];
}

export function createFeed(): Feed {
  const sent: Entry[] = [];
  const answers: Feed['answers'] = [];
  return {
    sent,
    answers,
    get shown() {
      const chains = new Map(sent.map((one) => [`${one.person} ${one.chainId}`, one]));
      return [...chains.values()];
    },
    async send(person, notification) {
      const answer = answers.shift() ?? { outcome: 'sent' };
      if (answer === 'broken') throw new Error('no connection');
      if (answer === 'lost' || answer.outcome === 'sent') sent.push({ ...notification, person });
      if (answer === 'lost') throw new Error('the answer is lost');
      return answer;
    },
  };
}
