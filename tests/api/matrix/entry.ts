import { randomUUID } from 'node:crypto';
import type { Kind, Role, Scene } from './scene';
import type { Sending, World } from '../support/world';

/** Who gets which answer from one route. */
export interface Entry {
  /** Statuses by role; roles that are not named get `others`. */
  readonly answers: Partial<Record<Role, number>>;
  readonly others: number;
  request(scene: Scene, world: World): Sending;
}

export const forBoth = { manager: 200, report: 200 };

/** What both shared stays readable for whoever left, too (PRACTICE D11). */
export const toRead = { ...forBoth, former: 200 };

export const addingForBoth = { manager: 201, report: 201 };

const onTopic = (scene: Scene, list: Kind) => ({
  seriesId: scene.seriesId,
  lineId: scene[list].id,
});

export const ofSeries = (
  answers: Partial<Record<Role, number>>,
  body: (scene: Scene, world: World) => unknown = () => ({}),
): Entry => ({
  answers: { nobody: 401, ...answers },
  others: 404,
  request: (scene, world) => ({ params: scene.params, body: body(scene, world) }),
});

/** The topic is the actor's own: the scene raises one for whoever is a member. */
export const ofTopic = (
  list: Kind,
  body: (scene: Scene) => unknown,
  answers: Partial<Record<Role, number>> = forBoth,
): Entry => ({
  answers: { nobody: 401, ...answers },
  others: 404,
  request: (scene) => ({ params: onTopic(scene, list), body: body(scene) }),
});

export const forEverybody = (
  status: number,
  body: (scene: Scene, world: World) => unknown,
): Entry => ({
  answers: { nobody: 401 },
  others: status,
  request: (scene, world) => ({ body: body(scene, world) }),
});

export const added = () => ({ id: randomUUID(), text: 'hello' });

export const disputed = () => ({ version: randomUUID(), text: 'hello', stands: true });

/** By name of the route. */
export type Entries = Readonly<Record<string, Entry>>;
