/**
 * Microsoft Graph in the person's own name, where the host signs them in for it.
 *
 * Over MSAL (`createNestablePublicClientApplication`, page "Nested app authentication"; first
 * `nestedAppAuth.isNAAChannelRecommended()`, or MSAL waits for ever) a `token` is `acquireTokenSilent({ scopes,
 * account, forceRefresh: renew })`, and on `InteractionRequiredAuthError` `acquireTokenPopup`: it is asked for while
 * a person presses, so that the host may open a window. The account is the one of the page's context, by `tid` and
 * `oid`, and nobody else's (PRACTICE E7).
 */
export interface GraphAccess {
  /** Where Graph is, with its version and without a slash at the end. */
  readonly base: string;
  /**
   * @param scopes delegated permissions, e.g. `Tasks.ReadWrite`
   * @param renew the last token was not taken: not that one again
   * @throws when the host, the organisation or the person will not give one
   */
  token(scopes: readonly string[], renew: boolean): Promise<string>;
}
