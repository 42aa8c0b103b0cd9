import type { Issuer } from '@rapport/api/local/issuer';
import { payloadOf } from './parts';
import type { WrongToken } from './wrongTokens';

/** Tokens with good claims and a good signature, whose header asks for something. */
export async function wrongHeaders(issuer: Issuer): Promise<WrongToken[]> {
  const payload = payloadOf(await issuer.issue('maya'));
  const [jwk] = issuer.keys().keys;
  const kid = jwk?.kid ?? '';
  const rows: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['jku: an address of keys', { jku: 'https://evil.example/keys' }],
    ['jku: the trusted address itself', { jku: 'http://127.0.0.1/local/keys' }],
    ['jwk: its own key', { jwk }],
    ['x5u: an address of certificates', { x5u: 'https://evil.example/cert' }],
    ['x5c: its own certificate', { x5c: ['MIIB'] }],
    ['crit: something that has to be understood', { crit: ['b64'], b64: true }],
    ['cty: a token inside', { cty: 'JWT' }],
    ['enc: encryption', { enc: 'A256GCM' }],
    ['zip: compression', { zip: 'DEF' }],
    ['jku null', { jku: null }],
    ['typ of a logout token', { typ: 'logout+jwt' }],
    ['typ of a proof', { typ: 'dpop+jwt' }],
    ['without typ', { typ: undefined }],
    ['without kid', { kid: undefined }],
    ['kid empty', { kid: '' }],
    ['kid a number', { kid: 7 }],
    ['kid an array', { kid: [kid] }],
    ['kid a path', { kid: '../../etc/passwd' }],
    ['kid two dots', { kid: '..' }],
    ['kid an absolute path', { kid: '/dev/null' }],
    ['kid a Windows path', { kid: 'C:\\keys\\key' }],
    ['kid an address', { kid: 'https://evil.example/key' }],
    ['kid a query of a database', { kid: "x' UNION SELECT 'key" }],
    ['kid a command', { kid: '$(id)' }],
    ['kid with NUL after it', { kid: `${kid}\0` }],
    ['kid with a line break after it', { kid: `${kid}\n` }],
    ['kid with a space before it', { kid: ` ${kid}` }],
    ['kid very long', { kid: 'k'.repeat(2000) }],
    ['kid in full-width letters', { kid: 'ｋｅｙ' }],
  ];
  const refused = rows.map(async ([title, header]): Promise<WrongToken> => {
    const token = await issuer.sign(payload, header);
    return { title, reason: 'token.header', authorization: `Bearer ${token}` };
  });
  return Promise.all([
    ...refused,
    unknownKey('kid unknown', 'c3RyYW5nZXI'),
    unknownKey('kid with its last letter missing', kid.slice(0, -1)),
    unknownKey('kid of a prototype', '__proto__'),
  ]);

  async function unknownKey(title: string, name: string): Promise<WrongToken> {
    const token = await issuer.sign(payload, { kid: name });
    return { title, reason: 'token.key', authorization: `Bearer ${token}` };
  }
}
