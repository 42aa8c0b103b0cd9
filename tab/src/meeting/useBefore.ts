import { useState } from 'react';

/**
 * What is asked before the meeting only. When the other one begins it, its place stays until it is done or the person
 * does something themselves, so that nothing moves (PRACTICE A9).
 * @param asked the topic that asks, whatever the meeting
 * @param gone whether its place may go
 */
export function useBefore(asked: string | null, planned: boolean, gone: boolean): string | null {
  const [held, setHeld] = useState(planned ? asked : null);
  const now = planned || (!gone && asked === held) ? asked : null;
  if (now !== held) setHeld(now);
  return now;
}
