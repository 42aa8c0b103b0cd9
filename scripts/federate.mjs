import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

/**
 * Lets the api's managed identity act as the Entra app, without a secret ("Configure an application to trust a
 * managed identity"). Asks the Azure CLI; changes nothing where it is so already.
 */
const NAME = 'rapport-api';
const FILE = '.build/federated-credential.json';
const {
  AAD_APP_OBJECT_ID: app,
  AAD_APP_TENANT_ID: tenant,
  IDENTITY_PRINCIPAL_ID: identity,
} = process.env;

for (const [name, value] of Object.entries({ app, tenant, identity })) {
  if (!value) throw new Error(`It is not said which ${name} is meant.`);
}
const listed = JSON.parse(az('list', '--id', app));
if (listed.some(({ name, subject }) => name === NAME && subject === identity)) {
  console.log('The identity acts as the app already.');
} else {
  const parameters = {
    name: NAME,
    issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
    subject: identity,
    audiences: ['api://AzureADTokenExchange'],
  };
  if (listed.some(({ name }) => name === NAME)) {
    az('delete', '--id', app, '--federated-credential-id', NAME);
  }
  // By a file: no shell takes its quotation marks apart.
  mkdirSync('.build', { recursive: true });
  writeFileSync(FILE, JSON.stringify(parameters));
  az('create', '--id', app, '--parameters', FILE);
  console.log('The identity acts as the app now.');
}

/** Runs `az ad app federated-credential`. */
function az(...args) {
  const shell = process.platform === 'win32';
  const all = ['ad', 'app', 'federated-credential', ...args, '--output', 'json'];
  const { status, stdout, stderr, error } = spawnSync('az', all, { encoding: 'utf8', shell });
  if (error || status !== 0) throw new Error(`az: ${error?.message ?? stderr}`);
  return stdout;
}
