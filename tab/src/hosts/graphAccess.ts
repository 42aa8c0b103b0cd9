/**
 * Microsoft Graph in the person's own name, where the host signs them in for it: by nested app authentication
 * (hosts/nestedTokens.ts).
 */
export interface GraphAccess {
  /** Where Graph is, with its version and without a slash at the end. */
  readonly base: string;
  /**
   * A token of the person whom the page's context names, and of nobody else (PRACTICE E7). The host may open a
   * window to ask them: so only while a person presses something, never on opening a page or by a timer.
   * @param scopes delegated permissions, e.g. `Tasks.ReadWrite`
   * @param renew the last token was not taken: not that one again
   * @throws NoGraphToken when the host, the organisation or the person will not give one
   */
  token(scopes: readonly string[], renew: boolean): Promise<string>;
}

export type GraphProblem =
  /** The host cannot reach who signs people in. */
  | 'offline'
  /** The person closed what they were asked, or said no. */
  | 'closed'
  /** The organisation has not consented, and the person cannot. */
  | 'notAllowed'
  /** Anything else: the host does not sign in, or signs in somebody else. */
  | 'signIn';

/** Carries no words of the host: they may name the person. */
export class NoGraphToken extends Error {
  override readonly name = 'NoGraphToken';
  constructor(readonly problem: GraphProblem) {
    super(problem);
  }
}
