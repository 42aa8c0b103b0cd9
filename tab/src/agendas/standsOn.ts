import type { SeriesView } from '@rapport/domain/series';
import type { AgendaLine } from '../words/agendas';

/** Whether a line of an agenda is a topic already: the same question, or the same words. */
export const standsOn = ({ topics }: SeriesView, { text, question }: AgendaLine): boolean =>
  topics.some((topic) => topic.text === text || (question !== null && topic.question === question));
