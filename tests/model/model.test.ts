import { test } from 'vitest';
import { checkModel } from './check-model.ts';

// A slice of it; the whole (1,000 stories on each engine) is `npm run model`.
test('whatever happens, the service is as its model says', { timeout: 120_000 }, () =>
  checkModel({ runs: 12, commands: 40 }),
);
