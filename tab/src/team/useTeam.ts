import type { PickedPerson } from '@rapport/domain/person';
import type { Seat } from '@rapport/domain/series';
import { useMemo, useRef, useState } from 'react';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { fillShape } from '../screens/IntroductionField';
import { useWords } from '../words/useWords';
import { emptyPlan, keepPlan, shapeOf, type Plan, type Planned, type Sending } from './plan';
import { ledWith, sendPlan } from './sendPlan';

/**
 * Several 1:1s at once (PRACTICE C7): what is filled in, and how far it is.
 * @param introduction written last
 */
export function useTeam(introduction: string, seats: readonly Seat[]) {
  const { host, client } = useApp();
  const words = useWords();
  const { user } = host.context;
  const kept = useMemo(() => keepPlan(user), [user]);
  const [plan, setPlan] = useState(() => unfinished(kept.read()) ?? emptyPlan(introduction));
  const latest = useRef(plan);
  const task = useTask();

  const put = (next: Plan) => {
    latest.current = next;
    setPlan(next);
    kept.write(next);
  };
  const change = (part: Partial<Plan>) => put({ ...latest.current, ...part });

  /** @returns those that were on the list already, or are oneself */
  const add = (picked: readonly PickedPerson[]) => {
    const { people } = latest.current;
    const listed = new Set(people.map(({ person }) => person.oid));
    const again = picked.filter(({ oid }) => listed.has(oid));
    const fresh = picked.filter(({ oid }) => !listed.has(oid) && !same(oid, user.oid));
    const added = fresh.map((person): Planned => ({ person, id: crypto.randomUUID(), own: {} }));
    change({ people: [...people, ...added] });
    return { again, myself: picked.some(({ oid }) => same(oid, user.oid)), added: added.length };
  };

  /** Goes on with what was sent and is not done; does nothing where all is. */
  const goOn = () =>
    task.run(async () => {
      const { sent, introduction: template } = latest.current;
      if (!sent) return;
      if (template) await client.keep('PUT', '/api/home/introduction', { introduction: template });
      await sendPlan(client, seats, sent, (one: Sending) => {
        const before = latest.current.sent ?? [];
        change({ sent: before.map((other) => (other.body.id === one.body.id ? one : other)) });
      });
      await client.home.refresh();
    });

  const send = () => {
    const { people, introduction: template, agree } = latest.current;
    const fresh = people.filter(({ person }) => !ledWith(seats, person.oid));
    const sent = fresh.map((one): Sending => {
      const shape = shapeOf(latest.current, one);
      const filled = fillShape(words, template, shape.rhythm, shape.minutes);
      const body = { id: one.id, report: one.person, ...shape, introduction: filled, agree };
      return { body, name: one.person.name, state: 'waiting', code: null };
    });
    change({ sent });
    return goOn();
  };

  /** Back to the form, with those who failed alone: as new ones, since what is sent may be another thing now. */
  const reconsider = () => {
    const { people, sent } = latest.current;
    const failed = new Set(
      sent?.filter(({ state }) => state === 'failed').map(({ body }) => body.id),
    );
    const left = people.filter(({ id }) => failed.has(id));
    change({ people: left.map((one) => ({ ...one, id: crypto.randomUUID() })), sent: null });
  };

  return { plan, change, add, send, goOn, reconsider, task, forget: () => kept.clear() };
}

export type Team = ReturnType<typeof useTeam>;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What was gone through to the end is over. */
const unfinished = (plan: Plan | null): Plan | null =>
  plan?.sent?.every(({ state }) => state === 'done' || state === 'exists') ? null : plan;
