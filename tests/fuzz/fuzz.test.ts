import { expect, test } from 'vitest';
import { ROUTES } from '../../src/api/routes.ts';
import { fuzzService } from './fuzz-service.ts';

/** `npm run fuzz` asks 50,000 on each engine; every other run of the tests, one world of them. */
const REQUESTS = process.env.POMOC_TEST_POSTGRES ? 300 : 400;

test('spoilt requests to every route are answered as they should be, and open nothing', {
  timeout: 120_000,
}, async () => {
  const { answers, findings } = await fuzzService(REQUESTS, 1);
  expect(findings).toEqual([]);
  const asked = ROUTES.filter(({ method, path }) => answers.has(`${method} ${path}`));
  expect(asked.length).toBe(ROUTES.length);
});
