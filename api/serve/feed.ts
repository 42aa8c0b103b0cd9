import { readFile } from 'node:fs/promises';
import { openActivityFeed } from '../cloud/activityFeed';
import type { Log } from '../ports/log';
import { noFeed, type NotifyPort } from '../ports/notify';

/** Who sends to the activity feed of Teams, and how it proves who it is. */
export interface FeedSettings {
  readonly teamsApp: string;
  readonly entraApp: string;
  /** A PEM file with a certificate that the Entra app knows, and its private key. */
  readonly certificate: string;
}

/**
 * The activity feed, asked as the Entra app by a certificate: outside of Azure there is no managed identity to stand in
 * for one ("Certificate credentials"). Without settings there is none.
 * @throws Error with one sentence where the file is not what it has to be
 */
export async function openFeed(settings: FeedSettings | null, log: Log): Promise<NotifyPort> {
  if (!settings) return noFeed;
  const { teamsApp, entraApp, certificate } = settings;
  const pem = await readFile(certificate, 'utf8').catch(() => '');
  if (!/-BEGIN CERTIFICATE-/.test(pem) || !/-BEGIN (RSA )?PRIVATE KEY-/.test(pem))
    throw new Error(
      'GRAPH_CERTIFICATE_PATH has to name a PEM file with a certificate and its private key.',
    );
  // Loaded only where there is a certificate: it is most of what a start would take.
  const { ClientCertificateCredential } = await import('@azure/identity');
  return openActivityFeed(
    teamsApp,
    (tenant) => new ClientCertificateCredential(tenant, entraApp, { certificate: pem }),
    (status) => log.write({ event: 'notify', outcome: 'not taken', status: String(status) }),
  );
}
