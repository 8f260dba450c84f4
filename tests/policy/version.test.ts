import { expect, test } from 'vitest';
import { isBehind, isWithin } from '../../src/policy/version.ts';

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
