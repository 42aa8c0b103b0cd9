import { describe, expect, test } from '@jest/globals';
import { readSignInSettings } from '@rapport/api/signin/settings';

const A = '1a1002c5-79ca-469c-bc9c-a768e3d15612';
const B = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const good = {
  AUTH_ISSUER: 'https://login.microsoftonline.com/{tid}/v2.0',
  AUTH_JWKS_URI: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
  AUTH_AUDIENCE: A,
  AUTH_TENANTS: B,
  AUTH_CLIENTS: `${A},${B}`,
};

describe('settings of sign-in', () => {
  test('are read, ids in lower case and without the spaces around them', () => {
    const settings = readSignInSettings({
      ...good,
      AUTH_AUDIENCE: ` ${A.toUpperCase()} `,
      AUTH_CLIENTS: `${A.toUpperCase()} , ${B}`,
    });
    expect(settings).toEqual({
      issuer: good.AUTH_ISSUER,
      jwksUri: good.AUTH_JWKS_URI,
      audience: A,
      tenants: [B],
      clients: [A, B],
    });
  });

  test('keys over plain http: on this machine only', () => {
    for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]']) {
      const AUTH_JWKS_URI = `http://${host}/local/keys`;
      expect(readSignInSettings({ ...good, AUTH_JWKS_URI }).jwksUri).toBe(AUTH_JWKS_URI);
    }
  });

  const wrong: readonly (readonly [keyof typeof good, string | undefined])[] = [
    ['AUTH_ISSUER', undefined],
    ['AUTH_ISSUER', ''],
    ['AUTH_ISSUER', 'https://login.microsoftonline.com/common/v2.0'],
    ['AUTH_ISSUER', 'https://login.microsoftonline.com/{tid}/{tid}/v2.0'],
    ['AUTH_ISSUER', 'http://login.microsoftonline.com/{tid}/v2.0'],
    ['AUTH_ISSUER', '{tid}'],
    ['AUTH_JWKS_URI', undefined],
    ['AUTH_JWKS_URI', 'keys'],
    ['AUTH_JWKS_URI', 'http://login.microsoftonline.com/keys'],
    ['AUTH_JWKS_URI', 'http://localhost.evil.example/keys'],
    ['AUTH_JWKS_URI', 'file:///etc/keys'],
    ['AUTH_AUDIENCE', undefined],
    ['AUTH_AUDIENCE', `api://${A}`],
    ['AUTH_AUDIENCE', `${A},${B}`],
    ['AUTH_TENANTS', undefined],
    ['AUTH_TENANTS', ''],
    ['AUTH_TENANTS', '*'],
    ['AUTH_TENANTS', 'common'],
    ['AUTH_TENANTS', `${A},`],
    ['AUTH_CLIENTS', undefined],
    ['AUTH_CLIENTS', `${A};${B}`],
  ];
  for (const [name, value] of wrong) {
    test(`${name} ${value ?? 'missing'}: one sentence that names it`, () => {
      const read = () => readSignInSettings({ ...good, [name]: value });
      expect(read).toThrow(new RegExp(`^${name} has to be [^.]+\\.$`));
    });
  }
});
