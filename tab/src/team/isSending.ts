import { openDeviceStore } from '../client/deviceStore';
import type { HostContext } from '../hosts/hostAdapter';

export const PLAN_KEY = 'team/plan';

type User = HostContext['user'];
const holds = (user: User, state: RegExp): boolean =>
  state.test(openDeviceStore(user).read(PLAN_KEY) ?? '');

/** Whether several 1:1s were being set up when the page was left; cheap, and right about everything intact. */
export const isSending = (user: User): boolean => holds(user, /"state":"waiting"/);

/** Whether all of them were tried, and some did not come about. */
export const hasFailed = (user: User): boolean =>
  !isSending(user) && holds(user, /"state":"failed"/);
