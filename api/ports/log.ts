import type { ReminderKind } from '@rapport/domain/reminder';
import type { Container } from './storage';

/** One line of the log. No person, series, chat or content ever; the type leaves no field for them. */
export type LogLine =
  | {
      readonly event: 'request';
      /** Route template, e.g. `POST /api/series/{seriesId}/topics`. */
      readonly route: string;
      readonly status: number;
      readonly ms: number;
      readonly reference: string;
      /** Stable code of the problem answered, if any. */
      readonly code?: string;
    }
  | {
      readonly event: 'bug';
      readonly reference: string;
      /** Class of the error and where it was thrown; never its message, which may hold content. */
      readonly error: string;
      readonly stack: readonly string[];
    }
  | {
      readonly event: 'effect';
      readonly type: string;
      readonly outcome: 'left for the sweep';
      /** Class of the error that interrupted it. */
      readonly error: string;
    }
  | {
      readonly event: 'reminder';
      readonly kind: ReminderKind;
      readonly outcome: 'left for the next run';
      /** Class of the error that interrupted it. */
      readonly error: string;
    }
  | {
      readonly event: 'timer';
      readonly name: string;
      readonly outcome: 'goes on later';
      /** Class of the error that stopped it. */
      readonly error: string;
    }
  | {
      /** Somebody asked whether the api is ready to serve, and this part of it is not. */
      readonly event: 'not ready';
      readonly part: 'storage' | 'keys';
      /** Class of the error, and the status or reason that it has. */
      readonly error: string;
    }
  | {
      /** The service that tells open panels did not take a nudge; they find what is newer by polling. */
      readonly event: 'nudge';
      readonly outcome: 'not taken';
      /** Of its answer; `silent` where there was none. */
      readonly status: string;
    }
  | {
      /** The activity feed did not take a notification: nobody is told of what, or to whom. */
      readonly event: 'notify';
      readonly outcome: 'not taken';
      readonly status: string;
    }
  | {
      /** Documents whose time had come and that a timer had to leave out: they are not as they were sealed. */
      readonly event: 'broken seals';
      readonly container: Container;
      readonly count: number;
    };

export interface Log {
  write(line: LogLine): void;
}
