import { expect, test } from 'vitest';
import { readProblem } from '../../src/contract/problem.ts';

test.each([{ code: 'not-found' }, { code: 'of-a-newer-service', bytes: 7 }])('%j is read as a problem', (answer) => {
  expect(readProblem(answer)).toBe(answer);
});

test.each([null, undefined, 'not-found', 7, [], {}, { code: 404 }])('%j is none', (answer) => {
  expect(readProblem(answer)).toBeNull();
});
