import { expect, test } from 'vitest';
import { DELIVERY_STATES } from '../../src/contract/lists.ts';
import { canResend, type UnsentLetter } from '../../src/policy/resend.ts';

const FAILED: UnsentLetter = { state: 'failed', isEnded: false, isBounced: false, reason: null };

test('what failed or was stopped can be sent once more, and nothing else', () => {
  expect(DELIVERY_STATES.filter((state) => canResend({ ...FAILED, state })).toSorted()).toEqual(['failed', 'stopped']);
});

test.each([
  ['to somebody who ended the mail', { isEnded: true }, false],
  ['to an address from which letters came back', { isBounced: true }, false],
  ['to an address of a program', { reason: 'not-a-person' }, false],
  ['when there is nothing to say any more', { reason: 'nothing-to-say' }, false],
  ['that a limit stopped', { reason: 'day-limit' }, true],
  ['that a server refused', { reason: '550' }, true],
])('a letter %s: %j', (_what, otherwise, can) => {
  expect(canResend({ ...FAILED, ...otherwise })).toBe(can);
});
