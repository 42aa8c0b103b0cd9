/** A promise as it is copied. */
export interface ToDoTask {
  /** Says later that this is the copy of that promise; names nobody. */
  readonly key: string;
  readonly title: string;
  /** `2026-03-02`, or null. */
  readonly due: string | null;
}

/** Somebody's own list of things to do. */
export interface ToDo {
  /**
   * Adds a task to the person's own list.
   * @param maybeThere an earlier try may have gone through: it is looked for first
   * @throws ToDoRefused
   */
  copy(task: ToDoTask, maybeThere: boolean): Promise<void>;
}

export type ToDoProblem =
  /** Nobody answered: whether it is there now is not known. */
  | 'offline'
  /** The token is not taken, or there is none. */
  | 'signIn'
  /** The person closed what the host asked them. */
  | 'closed'
  /** The organisation does not allow it. */
  | 'notAllowed'
  /** To Do lives in a mailbox, and there is none: no licence, or kept elsewhere. */
  | 'noMailbox'
  /** Too much at once. */
  | 'busy'
  | 'refused';

export class ToDoRefused extends Error {
  override readonly name = 'ToDoRefused';
  constructor(
    readonly problem: ToDoProblem,
    /** Whether the task may have been added all the same. */
    readonly maybeAdded: boolean,
    /** Seconds that it was asked to wait; null where nothing was said. */
    readonly retryAfter: number | null = null,
  ) {
    super(problem);
  }
}
