import { expect, test } from 'vitest';
import type { Channel } from '../../src/contract/lists.ts';
import { usualMinutes } from '../../src/policy/usual-time.ts';

const replies = (minutes: number, count: number, channel: Channel = 'panel') => ({
  channel,
  end: 'answered',
  minutes,
  count,
});

test.each([
  ['nothing is usual of 19 replies', [replies(10, 19)], null],
  ['of 20 it is, in whole hours', [replies(10, 20)], 60],
  ['it is true of three in four', [replies(200, 15), replies(4000, 5)], 240],
  ['with one fewer it is not', [replies(200, 14), replies(700, 6)], 720],
  ['whole minutes are counted to their end', [replies(60, 20)], 120],
  ['what took less than an hour stays within it', [replies(59, 20)], 60],
  ['after twelve hours it is a day', [replies(720, 20)], 1440],
  ['a day is the longest', [replies(1439, 20)], 1440],
  ['what takes longer is no comfort', [replies(1440, 20)], null],
  ['letters and calls do not count', [replies(10, 100, 'email'), replies(10, 100, 'phone'), replies(300, 19)], null],
  [
    'nor does what was not answered',
    [replies(300, 20), { channel: 'panel' as const, end: 'moved', minutes: null, count: 500 }],
    360,
  ],
])('%s', (_, counted, minutes) => {
  expect(usualMinutes(counted)).toBe(minutes);
});
