import { expect, test } from 'vitest';
import { comparableRange, isBehind, isWithin } from '../../src/policy/version.ts';
import { isBetween } from '../../widget/host-page/is-between.ts';

test.each([
  ['10.4.2', '10.5.0', true],
  ['9.9.9', '10.0', true],
  ['10.4.2', '10.4.2', false],
  ['10.4', '10.4.0', false],
  ['10.10.0', '10.9.0', false],
  ['10.4', '10.4.1', true],
  ['10.4.1', '10.4', false],
  ['nowa', '10.4.2', null],
  ['10.4.2', '', null],
])('%s with %s current: behind is %s (A1)', (yours, current, behind) => {
  expect(isBehind(yours, current)).toBe(behind);
});

test.each([
  ['10.4.2', '10.0', '10.4.2', true],
  ['10.0', '10.0.0', null, true],
  ['9.9', '10.0', null, false],
  ['10.4.3', null, '10.4.2', false],
  ['10.4.2', null, '10.4', false],
  ['1.0', null, null, true],
  [null, '10.0', '10.4.2', true],
  ['nowa', '10.0', '10.4.2', true],
])('a notice for %s of versions %s to %s: %s (A2)', (version, from, to, isTold) => {
  expect(isWithin(version, { from, to })).toBe(isTold);
});

const VERSIONS = [
  '0',
  '1.0',
  '9.9',
  '10',
  '10.0',
  '10.0.0.0.0',
  '10.4',
  '10.4.0',
  '10.4.2',
  '10.04.2',
  '10.4.10',
  '104',
  '99999',
];

test('the loader, which compares texts, says the same of every known version and range', () => {
  const ends = [null, ...VERSIONS];
  for (const from of ends)
    for (const to of ends) {
      const range = comparableRange({ from, to });
      const told = (one: (version: string) => boolean) => VERSIONS.filter(one);
      expect([from, to, told((version) => isBetween(version, range.from, range.to))]).toEqual([
        from,
        to,
        from && to && isBehind(to, from) ? expect.anything() : told((version) => isWithin(version, { from, to })),
      ]);
    }
});

test('of an unknown version the loader says nothing', () => {
  expect(['', undefined].map((version) => isBetween(version, '0', '99999.0.0.0.0'))).toEqual([false, false]);
});
