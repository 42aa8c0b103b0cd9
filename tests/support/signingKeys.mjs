import { generateKeyPairSync } from 'node:crypto';

/** Before the first file: one key pair that the sign-in servers of all tests of this run sign with. */
export default function findSigningKeys() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  process.env['RAPPORT_TEST_SIGNING_KEY'] = JSON.stringify(privateKey.export({ format: 'jwk' }));
}
