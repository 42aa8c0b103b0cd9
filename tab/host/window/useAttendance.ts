import { useEffect } from 'react';
import { server, type Meeting } from '../model/server';
import { useWindow } from './inWindow';

/** Says that the person is in the meeting for as long as it is on screen. */
export function useAttendance(meeting: Meeting): void {
  const { done, me } = useWindow();
  const person = me.key;
  const { id } = meeting;
  // The server forgets attendance when it restarts; then it is told again.
  const counted = meeting.here.includes(person);
  useEffect(() => {
    if (!counted) void server.attend(person, id, true).catch(() => undefined);
  }, [counted, id, person]);

  useEffect(() => {
    done('meetingJoined');
    const leave = () => server.leaveAtOnce(person, id);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- joining happens once, whatever else changes
  }, [id, person]);
}
