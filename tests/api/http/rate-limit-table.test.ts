import { expect, test } from 'vitest';
import { OTHERS, routeLimit } from '../../../src/api/http/rate-limit-table.ts';
import { ROUTES } from '../../../src/api/routes.ts';

test.each(ROUTES.map(({ method, path }) => [method, path]))('%s %s has a limit of its own', (method, path) => {
  expect(routeLimit(method, path)).not.toBe(OTHERS);
});

test('the desk has one limit, and what nobody thought of has another', () => {
  expect(routeLimit('GET', '/api/desk/queue').name).toBe('desk');
  expect(routeLimit('GET', '/api/v1/nothing')).toBe(OTHERS);
});
