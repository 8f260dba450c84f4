import { test } from 'vitest';
import { checkModel } from './check-model.ts';

/** `npm run model` tells the whole: a thousand stories on each engine. Every other run of the tests, a slice. */
const isWhole = process.env.POMOC_TEST_MODE === 'model';

test('whatever happens, the service is as its model says', { timeout: isWhole ? 4 * 3_600_000 : 120_000 }, () =>
  // Stories are as long as chance makes them: at most eighty commands are forty on average.
  checkModel({ runs: isWhole ? 1000 : 12, commands: 80 }),
);
