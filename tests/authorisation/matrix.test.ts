import { expect, test } from 'vitest';
import { ROUTES } from '../../src/api/routes.ts';
import { PROBLEMS } from '../../src/contract/problem.ts';
import { service } from '../support/service.ts';
import { authorisationMatrix } from './matrix.ts';

const matrix = await authorisationMatrix();

test.each(matrix)('$route is for whom it says: $access', ({ cells }) => {
  expect(cells.filter(({ asDeclared }) => !asDeclared)).toEqual([]);
});

test('whoever is not let in is told the same, byte for byte, whatever the reason', () => {
  for (const { cells } of matrix) {
    const refusals = Map.groupBy(cells, ({ expected }) => expected);
    refusals.delete('let in');
    for (const refused of refusals.values()) expect(new Set(refused.map(({ body }) => body)).size).toBe(1);
  }
  const missing = { type: 'about:blank', title: PROBLEMS['not-found'].title, status: 404, code: 'not-found' };
  const foreign = matrix.find(({ access }) => access === 'ticket')?.cells.find(({ caller }) => caller === 'nobody');
  expect(foreign?.body).toBe(JSON.stringify(missing));
});

test('no route of the API is left out of the list that the matrix is made from', async () => {
  const api = await service();
  const listed = new Set(ROUTES.map(({ method, path }) => `${method} ${path}`));
  const served = api.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);
  expect(served.length).toBeGreaterThan(0);
  expect(served.filter((route) => !listed.has(route))).toEqual([]);
  await api.discard();
});
