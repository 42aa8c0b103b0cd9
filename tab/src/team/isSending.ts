import { openDeviceStore } from '../client/deviceStore';
import type { HostContext } from '../hosts/hostAdapter';

export const PLAN_KEY = 'team/plan';

/** Whether several 1:1s were being set up when the page was left; cheap, and right about everything intact. */
export const isSending = (user: HostContext['user']): boolean =>
  /"state":"(?:waiting|failed)"/.test(openDeviceStore(user).read(PLAN_KEY) ?? '');
