import { expect, test } from 'vitest';
import { STANDINGS } from '../../src/contract/lists.ts';
import { atLeast, fullness, isUpTo, roomFor, shareOf } from '../../src/policy/shares.ts';

const used = (some: number, usual: number, proven: number) => ({ new: some, usual, proven });

test('new senders may use a third of a quota, usual ones two with them, the proven all; what does not divide is left', () => {
  expect(STANDINGS.map((standing) => shareOf(30, standing))).toEqual([10, 20, 30]);
  expect(STANDINGS.map((standing) => shareOf(100, standing))).toEqual([33, 66, 100]);
});

test('each standing uses its own share and those of lesser ones', () => {
  expect(STANDINGS.map(atLeast)).toEqual([['new', 'usual', 'proven'], ['usual', 'proven'], ['proven']]);
  expect(STANDINGS.map((one) => STANDINGS.filter((other) => isUpTo(other, one)))).toEqual([
    ['new'],
    ['new', 'usual'],
    ['new', 'usual', 'proven'],
  ]);
});

test.each([
  ['nothing is used', used(0, 0, 0), [10, 20, 30]],
  ['new ones used some: less for all', used(4, 0, 0), [6, 16, 26]],
  ['usual ones used more than is theirs alone: less for new ones too', used(0, 14, 0), [6, 6, 16]],
  ['the proven used nearly all', used(0, 0, 28), [2, 2, 2]],
  ['a share is full to the last', used(10, 0, 0), [0, 10, 20]],
  ['more is used than there is: no less than nothing', used(0, 0, 31), [0, 0, 0]],
])('what may still be used of thirty where %s', (_, amounts, rooms) => {
  expect(STANDINGS.map((standing) => roomFor(standing, 30, amounts))).toEqual(rooms);
});

test.each([
  ['nothing', used(0, 0, 0), 0],
  ['of new ones', used(5, 0, 0), 0.5],
  ['of usual ones, with what new ones used', used(5, 11, 0), 0.8],
  ['of all', used(0, 0, 27), 0.9],
  ['to the last', used(10, 0, 0), 1],
])('how full the fullest share is: %s', (_, amounts, part) => {
  expect(fullness(30, amounts)).toBe(part);
});
