import type { Issuer } from '@rapport/api/local/issuer';
import { base64url, partsOf, payloadOf } from './parts';
import type { WrongToken } from './wrongTokens';

type Row = readonly [WrongToken['reason'], title: string, authorization: string];

/** Headers that hold no token, several, or one in another form than the compact one. */
export async function wrongShapes(issuer: Issuer): Promise<WrongToken[]> {
  const good = await issuer.issue('maya');
  const [header, body, signature] = partsOf(good);
  const payload = payloadOf(good);
  const huge = await issuer.issue('maya', { roles: 'r'.repeat(8 * 1024) });
  const none = base64url(JSON.stringify({ alg: 'none', typ: 'JWT' }));
  const text = base64url('no JSON');

  const rows: readonly Row[] = [
    ['token.missing', 'nothing', ''],
    ['token.scheme', 'the scheme alone', 'Bearer'],
    ['token.scheme', 'the token alone', good],
    ['token.scheme', 'Basic', `Basic ${base64url('maya:secret')}`],
    ['token.scheme', 'Basic with the token', `Basic ${good}`],
    ['token.scheme', 'Bearer twice', `Bearer Bearer ${good}`],
    ['token.scheme', 'Bearer with a colon', `Bearer: ${good}`],
    ['token.scheme', 'no space', `Bearer${good}`],
    ['token.scheme', 'a tab instead of a space', `Bearer\t${good}`],
    ['token.scheme', 'two tokens', `Bearer ${good} ${good}`],
    ['token.scheme', 'two headers', `Bearer ${good}, Bearer ${good}`],
    ['token.scheme', 'two schemes', `Basic bWF5YQ==, Bearer ${good}`],
    ['token.scheme', 'a parameter after it', `Bearer ${good}, realm="x"`],
    ['token.scheme', 'a space inside', `Bearer ${header}. ${body}.${signature}`],
    ['token.malformed', 'in quotes', `Bearer "${good}"`],
    ['token.tooLarge', 'larger than 8 kB', `Bearer ${huge}`],
    ['token.tooLarge', 'large, and no token', `Bearer ${'.'.repeat(9000)}`],
    ['token.malformed', 'words', 'Bearer undefined'],
    ['token.malformed', 'dots alone', 'Bearer ..'],
    ['token.malformed', 'cut after the payload', `Bearer ${header}.${body}`],
    ['token.malformed', 'signature stripped', `Bearer ${header}.${body}.`],
    ['token.malformed', 'alg none without a signature', `Bearer ${none}.${body}.`],
    ['token.malformed', 'payload stripped (detached)', `Bearer ${header}..${signature}`],
    ['token.malformed', 'header stripped', `Bearer .${body}.${signature}`],
    ['token.malformed', 'a part more', `Bearer ${good}.${signature}`],
    ['token.malformed', 'an empty part more', `Bearer ${good}.`],
    ['token.malformed', 'an empty part before', `Bearer .${good}`],
    ['token.malformed', 'five parts, as if encrypted', `Bearer ${good}.${body}.${signature}`],
    ['token.algorithm', 'header and payload swapped', `Bearer ${body}.${header}.${signature}`],
    ['token.malformed', 'header and signature swapped', `Bearer ${signature}.${body}.${header}`],
    ['token.signature', 'payload and signature swapped', `Bearer ${header}.${signature}.${body}`],
    ['token.malformed', 'cut in the middle', `Bearer ${good.slice(0, good.length / 2)}`],
    ['token.malformed', 'signature padded', `Bearer ${good}==`],
    ['token.malformed', 'header padded', `Bearer ${header}=.${body}.${signature}`],
    ['token.malformed', 'stray bits in the signature', `Bearer ${withStrayBits(good)}`],
    ['token.malformed', 'the other base64 alphabet', `Bearer ${header}.${body}.+/+/`],
    ['token.malformed', 'percent signs', `Bearer ${good.replaceAll('.', '%2E')}`],
    ['token.malformed', 'JSON instead of the compact form', `Bearer ${asJson(good)}`],
    ['token.malformed', 'header no JSON', `Bearer ${text}.${body}.${signature}`],
    ['token.malformed', 'header an array', `Bearer ${base64url('[]')}.${body}.${signature}`],
    ['token.malformed', 'header null', `Bearer ${base64url('null')}.${body}.${signature}`],
    ['token.malformed', 'payload no JSON, signed', `Bearer ${await issuer.sign('no JSON')}`],
    ['token.malformed', 'payload an array, signed', `Bearer ${await issuer.sign(`[${payload}]`)}`],
    ['token.malformed', 'payload null, signed', `Bearer ${await issuer.sign('null')}`],
    ['token.malformed', 'payload a string, signed', `Bearer ${await issuer.sign('"maya"')}`],
    ['token.malformed', 'payload cut, signed', `Bearer ${await issuer.sign(payload.slice(0, -1))}`],
  ];
  return rows.map(([reason, title, authorization]) => ({ reason, title, authorization }));
}

/** 256 bytes end in a letter with four unused bits; this sets one, which lenient decoders do not see. */
function withStrayBits(token: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const next = letters[letters.indexOf(token.at(-1) ?? '') + 1] ?? '';
  return `${token.slice(0, -1)}${next}`;
}

/** The flattened JSON form (RFC 7515, section 7.2.2). */
function asJson(token: string): string {
  const [header, payload, signature] = partsOf(token);
  return JSON.stringify({ protected: header, payload, signature }).replaceAll(',', ';');
}
