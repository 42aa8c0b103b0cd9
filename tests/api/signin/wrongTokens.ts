import type { Issuer } from '@rapport/api/local/issuer';
import type { RefusalReason } from '@rapport/api/signin/verify';
import { wrongClaims } from './wrongClaims';
import { wrongHeaders } from './wrongHeaders';
import { wrongShapes } from './wrongShapes';
import { wrongSignatures } from './wrongSignatures';

/** An Authorization header that has to be refused. Every value can be sent over HTTP as it is. */
export interface WrongToken {
  readonly title: string;
  readonly authorization: string;
  readonly reason: RefusalReason;
}

/** Every wrong token we know, made from good ones of an issuer that the api trusts. */
export async function wrongTokens(issuer: Issuer): Promise<WrongToken[]> {
  const groups = [wrongShapes, wrongHeaders, wrongSignatures, wrongClaims];
  return (await Promise.all(groups.map((group) => group(issuer)))).flat();
}
