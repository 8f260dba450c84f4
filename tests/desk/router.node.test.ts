import { expect, test } from 'vitest';
import { readRoute } from '../../desk/models/router.ts';

test('a bookmark of the page of incidents under its old name still leads there', () => {
  expect(readRoute('#/problems/12')).toMatchObject({ page: 'incidents', id: '12' });
  expect(readRoute('#/problems')).toMatchObject({ page: 'incidents', id: null });
});
