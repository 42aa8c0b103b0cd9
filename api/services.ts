import type { SupportResources } from '@rapport/domain/support';
import type { Documents } from './documents/documents';
import type { Clock } from './ports/clock';
import type { Log } from './ports/log';
import type { NotifyPort } from './ports/notify';
import type { NudgePort } from './ports/nudge';
import type { Readiness } from './readiness';

/** What the routes stand on; chosen once, from validated settings (compose.ts). */
export interface Services {
  readonly documents: Documents;
  readonly nudge: NudgePort;
  readonly notify: NotifyPort;
  readonly clock: Clock;
  readonly log: Log;
  readonly readiness: Readiness;
  /** What the organisation entered; the same for everybody. */
  readonly support: SupportResources;
}
