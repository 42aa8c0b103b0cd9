import { findPerson } from '@rapport/api/local/people';
import { randomUUID } from 'node:crypto';
import type { Api } from './api';

/** A series that two of the local people have already agreed on; what comes before is another story. */
export async function seriesTogether(api: Api, manager: string, report: string): Promise<string> {
  const id = randomUUID();
  const { oid = '', name = '' } = findPerson(report) ?? {};
  await api.ok(manager, 'startSeries', {
    key: randomUUID(),
    body: {
      id,
      report: { oid, name },
      rhythm: 'biweekly',
      minutes: 30,
      introduction: '',
      agree: true,
    },
  });
  await api.ok(report, 'acceptInvitation', {
    params: { seriesId: id },
    key: randomUUID(),
    body: { terms: 1, agree: true },
  });
  return id;
}

export async function writeTopic(
  api: Api,
  person: string,
  seriesId: string,
  text: string,
): Promise<void> {
  const body = { id: randomUUID(), text };
  await api.ok(person, 'addTopic', { params: { seriesId }, key: randomUUID(), body });
}
