import { useEffect } from 'react';
import { ApiRefused, type PastMeeting } from '../client/state';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import type { Found } from './Opened';

/** Reads where a link leads, once; what went wrong with it can be tried again. */
export function useLinked(
  seriesId: string,
  number: number | null,
  onFound: (found: Found) => void,
) {
  const { client } = useApp();
  const { refusal, run } = useTask();
  const finishedAt = async (of: number): Promise<string> =>
    (await client.readOnce<PastMeeting>(seriesId, `meetings/${of}`)).meeting.finishedAt;
  const read = () => {
    if (number === null) return;
    void run(async () => {
      const at = await finishedAt(number);
      // The latest one has none after it yet.
      const until = await finishedAt(number + 1).catch((error: unknown) => {
        if (error instanceof ApiRefused) return null;
        throw error;
      });
      onFound({ at, by: null, where: { of: 'meeting', number, line: '', until } });
    });
  };
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the page opens
  useEffect(read, []);
  return { refusal, retry: read };
}
