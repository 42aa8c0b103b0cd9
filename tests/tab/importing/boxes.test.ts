import { describe, expect, test } from '@jest/globals';
import { boxesIn, withPromises, type BoxChoices } from '../../../tab/src/importing/boxes';
import { idOf, partsOf } from '../../../tab/src/importing/parts';
import { plan } from './support';

describe('D11: open boxes', () => {
  const BOXES = `## 5 March 2026
- [ ] Ravi: write the plan, due 2026-03-12
- [ ] ask finance
- [x] @Maya book a room
- [ ] @Ravi ${'far too long '.repeat(50)}
- a topic
`;
  const seed = '11111111-1111-4111-8111-111111111111';
  const chosen = (more: Partial<BoxChoices>): BoxChoices => ({
    onAgenda: true,
    owners: new Map(),
    seed,
    ...more,
  });
  const arranged = (choices: BoxChoices) => withPromises(plan(BOXES), choices);
  const told = (choices: BoxChoices) =>
    boxesIn(arranged(choices), choices).map(({ line, owner, waits }) => [line.at, owner, waits]);
  const goingTo = (choices: BoxChoices) =>
    partsOf(arranged(choices))
      .parts.flat()
      .flatMap(({ lines }) =>
        lines.flatMap(({ promise, owner }) => (promise === undefined ? [] : [owner])),
      );

  test('stay in the notes unless somebody puts them on the agenda', () => {
    const stays = chosen({ onAgenda: false, owners: new Map([['3.2', 'manager']]) });
    expect(goingTo(stays)).toEqual([]);
    expect(boxesIn(arranged(stays), stays).map(({ heldOn }) => heldOn)).toEqual(
      Array.from({ length: 3 }, () => '2026-03-05'),
    );
  });

  test('go as promises of whom the notes name; what names nobody waits; what is too long stays', () => {
    expect(told(chosen({}))).toEqual([
      [2, 'report', false],
      [3, null, true],
      [5, null, false],
    ]);
    expect(goingTo(chosen({}))).toEqual(['report']);
  });

  test('go as somebody says, one by one', () => {
    const ids = boxesIn(plan(BOXES), chosen({})).map(({ line }) => line.id);
    const [plans = '', finance = '', long = ''] = ids;
    const owners = new Map([
      [plans, null],
      [finance, 'manager' as const],
      [long, 'manager' as const],
    ]);
    expect(told(chosen({ owners }))).toEqual([
      [2, null, false],
      [3, 'manager', false],
      [5, null, false],
    ]);
    expect(goingTo(chosen({ owners }))).toEqual(['manager']);
  });

  test('that go make another import of the same notes, whatever their ids', async () => {
    const idWith = (choices: BoxChoices) => idOf('s', 'both', partsOf(arranged(choices)).parts);
    const other = chosen({ seed: seed.replaceAll('1', '2') });
    expect(await idWith(other)).toBe(await idWith(chosen({})));
    expect(await idWith(chosen({ onAgenda: false }))).not.toBe(await idWith(chosen({})));
  });
});
