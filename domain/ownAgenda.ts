import { DomainError } from './errors';
import { AGENDA_LINES, AGENDAS_PER_PERSON } from './limits';
import type { OwnAgenda } from './ownAgenda.schema';
import type { Role } from './person.schema';
import type { Topic } from './topic.schema';

export type { OwnAgenda } from './ownAgenda.schema';

/**
 * Keeps an agenda, or puts it in the place of the one with its id (another name, say).
 * @throws DomainError `agendas.full`
 */
export function saveAgenda(agendas: readonly OwnAgenda[], saved: OwnAgenda): readonly OwnAgenda[] {
  const known = agendas.findIndex(({ id }) => id === saved.id);
  if (known >= 0) return agendas.with(known, saved);
  if (agendas.length >= AGENDAS_PER_PERSON) throw new DomainError('agendas.full');
  return [...agendas, saved];
}

/** The agendas without one of them; the very same ones where it is gone already. */
export const removeAgenda = (agendas: readonly OwnAgenda[], id: string): readonly OwnAgenda[] =>
  agendas.some((agenda) => agenda.id === id) ? agendas.filter((one) => one.id !== id) : agendas;

/**
 * What of an agenda somebody may take along to their other 1:1s: the topics that they raised, in their
 * wording. The other one's words stay in this series, also as a question that was put on the agenda.
 */
export const linesToKeep = (topics: readonly Topic[], me: Role): OwnAgenda['lines'] =>
  topics
    .filter(({ by, question }) => by === me && (question === null || question.includes('.')))
    .map(({ text, question }) => ({ text, question }))
    .slice(0, AGENDA_LINES);
