import { expect, test } from '@jest/globals';
import type { Seat } from '@rapport/domain/series';
import { bindableOf } from '../../../tab/src/screens/bindable';

test('D9: a meeting is offered the 1:1s that go on, and none that has ended or was only offered', () => {
  const seats = (['invited', 'waiting', 'declined', 'joined', 'ended'] as const).map(
    (state): Seat => ({
      series: '0b9e1c52-6a0b-4a53-9a1e-5a7c2f0f3d11',
      version: 1,
      role: 'manager',
      other: 'Ravi',
      rhythm: 'weekly',
      state,
    }),
  );
  expect(bindableOf(seats).map(({ state }) => state)).toEqual(['waiting', 'declined', 'joined']);
});
