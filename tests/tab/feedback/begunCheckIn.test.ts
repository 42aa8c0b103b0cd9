import { describe, expect, test } from '@jest/globals';
import { createDeviceStore, memoryKeeper } from '../../../tab/src/client/deviceStore';
import { forgetLateCheckIns, keepCheckIn } from '../../../tab/src/feedback/begunCheckIn';

const maya = { tid: 'contoso', oid: 'maya' };
const ravi = { tid: 'contoso', oid: 'ravi' };
const device = memoryKeeper();
const quiet = { addEventListener: () => undefined } as Pick<Window, 'addEventListener'>;
const storeOf = (user: typeof maya, held = device) =>
  createDeviceStore(user, held, memoryKeeper(), quiet);

const HALF = { worth: 4, heard: null, share: 35 };
const [NOW, UNTIL] = [1_000, 2_000];

describe('D6: half a check-in', () => {
  test('stands there again after a reload, for that meeting of that 1:1 alone', () => {
    keepCheckIn(storeOf(maya), 'one').write(3, UNTIL, HALF);
    const reloaded = storeOf(maya);
    expect(keepCheckIn(reloaded, 'one').read(3, NOW)).toEqual(HALF);
    expect(keepCheckIn(reloaded, 'one').read(4, NOW)).toBeNull();
    expect(keepCheckIn(reloaded, 'other').read(3, NOW)).toBeNull();
  });

  test('E7: nobody else on the device sees, settles or lets go of it', () => {
    const his = storeOf(ravi);
    expect(keepCheckIn(his, 'one').read(3, NOW)).toBeNull();
    keepCheckIn(his, 'one').settle(null, 3);
    keepCheckIn(his, 'one').forget();
    forgetLateCheckIns(his, UNTIL + 1);
    expect(keepCheckIn(storeOf(maya), 'one').read(3, NOW)).toEqual(HALF);
  });

  test.each<[string, number | null, number, boolean]>([
    ['while it is asked for it stays', 3, 3, true],
    ['given, or put away elsewhere, it goes', null, 3, false],
    ['with the next meeting it goes', 4, 4, false],
    ['an agenda from before that meeting says nothing about it', null, 2, true],
  ])('%s', (_, due, last, stays) => {
    const held = memoryKeeper();
    keepCheckIn(storeOf(maya, held), 'one').write(3, UNTIL, HALF);
    keepCheckIn(storeOf(maya, held), 'one').settle(due, last);
    expect(held.length).toBe(stays ? 1 : 0);
  });

  test('is read no longer than it is taken, and then goes in every 1:1 of that person', () => {
    const held = memoryKeeper();
    const mine = storeOf(maya, held);
    keepCheckIn(mine, 'one').write(3, UNTIL, HALF);
    keepCheckIn(mine, 'other').write(1, UNTIL + 5, HALF);
    mine.write('words/answer/x', 'something else that is begun');
    expect(keepCheckIn(mine, 'one').read(3, UNTIL)).toEqual(HALF);
    expect(keepCheckIn(mine, 'one').read(3, UNTIL + 1)).toBeNull();
    forgetLateCheckIns(mine, UNTIL + 1);
    expect(mine.keys('')).toEqual(['checkIn/other', 'words/answer/x']);
  });

  test('what is damaged is nothing, and what cannot be chosen is not chosen', () => {
    const held = memoryKeeper();
    const mine = storeOf(maya, held);
    for (const broken of ['{', 'null', '7', '{"meeting":3}']) {
      mine.write('checkIn/one', broken);
      expect(keepCheckIn(mine, 'one').read(3, NOW)).toBeNull();
    }
    mine.write('checkIn/one', `{"meeting":3,"until":${UNTIL},"worth":9,"heard":"5","share":70}`);
    expect(keepCheckIn(mine, 'one').read(3, NOW)).toEqual({ worth: null, heard: null, share: 70 });
    forgetLateCheckIns(mine, UNTIL + 1);
    expect(held.length).toBe(0);
  });
});
