import { describe, expect, test } from '@jest/globals';
import { canonicalChatId, oneOnOneChatId, otherInChat } from '@rapport/domain/chat';
import {
  acceptInvitation,
  declineInvitation,
  isInvited,
  renewInvitation,
} from '@rapport/domain/invitation';
import { answerJoinRequest, askToJoin } from '@rapport/domain/joinRequest';
import { agreeToTerms, leave, requireGoingOn, roleOf } from '@rapport/domain/member';
import { seatsOf } from '@rapport/domain/seat';
import { bindChat } from '@rapport/domain/series';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import { invitationFor, viewFor } from '@rapport/domain/view';
import { code, AT, DAY, id, later, maya, newSeries, ravi, tom } from './support';

const YES = { terms: 1, agree: true };
describe('C1: an invitation', () => {
  test('is for the invited person alone', () => {
    const series = newSeries();
    expect(isInvited(series, ravi.id, AT)).toBe(true);
    expect(isInvited(series, tom.id, AT)).toBe(false);
    expect(code(() => acceptInvitation(series, tom, YES, AT))).toBe('invitation.notFound');
    expect(roleOf(series, ravi.id)).toBeNull();
  });

  test('is taken once, and a repeat changes nothing', () => {
    const joined = acceptInvitation(newSeries(), ravi, YES, AT);
    expect(roleOf(joined, ravi.id)).toBe('report');
    expect(acceptInvitation(joined, ravi, YES, later(DAY))).toBe(joined);
  });

  test('ends after seven days, and can be renewed by the manager only', () => {
    const series = newSeries();
    const week = later(7 * DAY);
    expect(isInvited(series, ravi.id, week)).toBe(false);
    expect(code(() => acceptInvitation(series, ravi, YES, week))).toBe('invitation.expired');
    expect(viewFor(series, EMPTY_PAGE, 'manager', week).invitation?.state).toBe('expired');
    expect(code(() => renewInvitation(series, 'report', week))).toBe('series.notManager');
    const renewed = renewInvitation(series, 'manager', week);
    expect(isInvited(renewed, ravi.id, later(13 * DAY))).toBe(true);
  });

  test('can be declined, which the manager sees', () => {
    const declined = declineInvitation(newSeries(), ravi.id, AT);
    expect(isInvited(declined, ravi.id, AT)).toBe(false);
    expect(viewFor(declined, EMPTY_PAGE, 'manager', AT).invitation?.state).toBe('declined');
    expect(seatsOf(declined, AT)).toMatchObject([{ person: maya.id, seat: { state: 'declined' } }]);
  });

  test('shows inviter, introduction, rhythm and terms, and nothing else', () => {
    const series = newSeries({ introduction: 'Hello from Maya' });
    expect(Object.keys(invitationFor(series) ?? {}).toSorted()).toEqual(
      ['expiresAt', 'from', 'id', 'introduction', 'minutes', 'rhythm', 'terms'].toSorted(),
    );
  });

  test('takes the verified name, not the picked one', () => {
    const series = newSeries({ report: { ...ravi, name: 'Somebody Else' } });
    const joined = acceptInvitation(series, ravi, YES, AT);
    expect(viewFor(joined, EMPTY_PAGE, 'manager', AT).report?.name).toBe(ravi.name);
  });

  test('cannot be for oneself', () => {
    expect(code(() => newSeries({ report: maya }))).toBe('series.withYourself');
  });
});

describe('C1: asking to join from a meeting chat', () => {
  const open = newSeries({ report: null });

  test('reaches only a series that is open to whoever asks', () => {
    expect(askToJoin(newSeries(), id(5), tom, AT).joinRequest).toBeNull();
    expect(askToJoin(open, id(5), ravi, AT).joinRequest?.person).toEqual(ravi);
    expect(askToJoin(open, id(5), maya, AT)).toBe(open);
  });

  test('is open once at a time; the second person changes nothing', () => {
    const asked = askToJoin(open, id(5), ravi, AT);
    expect(askToJoin(asked, id(6), tom, later(DAY))).toBe(asked);
    expect(askToJoin(asked, id(6), tom, later(8 * DAY))).toBe(asked);
  });

  test('confirmed by the manager it is an invitation for exactly this person', () => {
    const asked = askToJoin(open, id(5), ravi, AT);
    expect(code(() => answerJoinRequest(asked, 'manager', { id: id(6), confirm: true }, AT))).toBe(
      'joinRequest.notFound',
    );
    const confirmed = answerJoinRequest(asked, 'manager', { id: id(5), confirm: true }, AT);
    expect(isInvited(confirmed, ravi.id, AT)).toBe(true);
    expect(isInvited(confirmed, tom.id, AT)).toBe(false);
    const refused = answerJoinRequest(asked, 'manager', { id: id(5), confirm: false }, AT);
    expect(isInvited(refused, ravi.id, AT)).toBe(false);
  });
});

describe('C6: the terms', () => {
  test('may be agreed to later, each by themselves', () => {
    const joined = acceptInvitation(newSeries(), ravi, { terms: 1, agree: false }, AT);
    expect(viewFor(joined, EMPTY_PAGE, 'report', AT).report?.agreedAt).toBeNull();
    const agreed = agreeToTerms(joined, 'report', 1, later(DAY));
    expect(viewFor(agreed, EMPTY_PAGE, 'manager', AT).report?.agreedAt).toBe(later(DAY));
    expect(code(() => agreeToTerms(joined, 'report', 2, AT))).toBe('terms.outdated');
  });
});

describe('D11: leaving', () => {
  test('ends all writing at once, and both keep reading for 90 days', () => {
    const left = leave(acceptInvitation(newSeries(), ravi, YES, AT), 'report', later(DAY));
    expect(roleOf(left, ravi.id)).toBeNull();
    expect(roleOf(left, maya.id)).toBe('manager');
    expect(code(() => requireGoingOn(left))).toBe('series.ended');
    expect(seatsOf(left, later(DAY))).toMatchObject([
      { person: maya.id, seat: { state: 'ended' } },
      { person: ravi.id, seat: { state: 'ended' } },
    ]);
    expect(seatsOf(left, later(91 * DAY))).toEqual([]);
  });

  test('takes an open invitation with it', () => {
    const left = leave(newSeries(), 'manager', AT);
    expect(isInvited(left, ravi.id, AT)).toBe(false);
    expect(seatsOf(left, AT)).toEqual([]);
  });
});

describe('D9: chats', () => {
  const [a, b] = [maya.id.slice(37), ravi.id.slice(37)];

  test("a 1:1 chat's id names both, in either order and case", () => {
    const chat = `19:${b.toUpperCase()}_${a}@unq.gbl.spaces`;
    expect(otherInChat(chat, a.toUpperCase())).toBe(b);
    expect(otherInChat(chat, tom.id.slice(37))).toBeNull();
    expect(canonicalChatId(chat)).toBe(oneOnOneChatId(a, b));
    expect(otherInChat('19:meeting_abc@thread.v2', a)).toBeNull();
  });

  test('a series remembers a chat once, and not without end', () => {
    const bound = bindChat(newSeries(), 'a'.repeat(64));
    expect(bindChat(bound, 'a'.repeat(64))).toBe(bound);
    const fill = (): unknown =>
      Array.from({ length: 30 }, (_, n) => n.toString(16).padStart(64, '0')).reduce(
        bindChat,
        bound,
      );
    expect(code(fill)).toBe('series.tooManyChats');
  });
});
