import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Service, service } from '../../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service({ publicUrl: 'https://pomoc.example' });
});
afterEach(() => api.discard());

test('who found a hole reads where to write, in the form of RFC 9116, good for half a year from today', async () => {
  const response = await api.app.request('/.well-known/security.txt');
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toMatch(/^text\/plain; ?charset=UTF-8$/);
  expect(await response.text()).toBe(
    [
      'Contact: mailto:pomoc@shopgold.pl',
      'Expires: 2027-05-21T00:00:00Z',
      'Preferred-Languages: pl, en',
      'Canonical: https://pomoc.example/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});
