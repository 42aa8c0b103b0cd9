import type { RefusedCommand, SeriesState } from '../client/state';

const isFeedback = ({ command }: RefusedCommand): boolean => /(Feedback|Wish)$/.test(command.type);

/** Feedback that the api would not take: said where feedback is written, never beside the shared topics. */
export const feedbackRefused = ({ refused }: SeriesState): readonly RefusedCommand[] =>
  refused.filter(isFeedback);

/** The same state for the agenda, which offers refused words to its own box. */
export const withoutFeedback = (state: SeriesState): SeriesState =>
  state.refused.some(isFeedback)
    ? { ...state, refused: state.refused.filter((refused) => !isFeedback(refused)) }
    : state;
