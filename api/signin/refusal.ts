/** Why a token was refused: stable, for the log alone. Whoever sent it only learns that it is not valid. */
export type RefusalReason =
  | 'token.missing'
  | 'token.scheme'
  | 'token.tooLarge'
  | 'token.malformed'
  | 'token.algorithm'
  | 'token.header'
  | 'token.key'
  | 'token.signature'
  | 'token.expired'
  | 'token.notYetValid'
  | 'token.version'
  | 'token.tenant'
  | 'token.issuer'
  | 'token.audience'
  | 'token.client'
  | 'token.appOnly'
  | 'token.scope'
  | 'token.guest'
  | 'token.person';

/** The caller is nobody we know. Carries nothing of the token, nor the library's error, which quotes it. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  constructor(readonly reason: RefusalReason) {
    super(reason);
  }
}

/** Whether the token is good cannot be said: the issuer's keys could not be read. Worth another try. */
export class SignInUnavailable extends Error {
  override readonly name = 'SignInUnavailable';
  constructor() {
    super('the keys of the issuer could not be read');
  }
}
