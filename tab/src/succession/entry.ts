import type { SuccessionsView } from '@rapport/domain/succession.schema';

/** Somebody who was asked to lead, or the 1:1 that a stand-in's goes back to. */
export type Entry = SuccessionsView['entries'][number];
