import { afterAll, beforeAll, expect, test } from 'vitest';
import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';
import type { Message } from '../../src/contract/tickets/message.ts';
import { aCustomer, type Customer, newUploadId, putPart } from '../support/customer.ts';
import { HOSTILE_FILES } from '../support/hostile-files.ts';
import { type Service, service } from '../support/service.ts';

/** Everything that may ever stand in a `Content-Type` of a file. */
const ALLOWED = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'application/zip',
  'application/xml',
  'text/csv',
  'text/plain',
];

let api: Service;
let customer: Customer;
beforeAll(async () => {
  api = await service();
  customer = await aCustomer(api);
});
afterAll(() => api.discard());

test('there are more than sixty', () => {
  expect(HOSTILE_FILES.length).toBeGreaterThan(60);
});

test.each(HOSTILE_FILES)('$what: refused, or given back as data to be saved', async ({ name, content }) => {
  expect(content.length).toBeLessThanOrEqual(ATTACHMENTS.partBytes);
  const id = newUploadId();
  const stored = await putPart(api, content, { id, bearer: customer.token, name });
  if (stored.status !== 200) return void expect([415, 422]).toContain(stored.status);

  const sent = await customer.write('plik', [id]);
  expect(((await sent.json()) as Message).attachments).toMatchObject([{ id, name, bytes: content.length }]);
  const headers = { Authorization: `Bearer ${customer.token}` };
  const file = await api.app.request(`/api/v1/attachments/${id}`, { headers });
  expect(file.status).toBe(200);
  expect(ALLOWED).toContain(file.headers.get('Content-Type'));
  expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; /);
  expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(file.headers.get('Content-Security-Policy')).toContain('sandbox');
  expect(file.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  expect(Buffer.compare(Buffer.from(await file.arrayBuffer()), content)).toBe(0);
});

test('programs and archives we do not know are refused whatever they are called', async () => {
  const refused = [];
  for (const { what, name, content } of HOSTILE_FILES) {
    const { status } = await putPart(api, content, { bearer: customer.token, name });
    if (status === 415) refused.push(what);
  }
  expect(refused).toEqual([
    'a Windows program',
    'a Linux program',
    'a Mac program',
    'a gzip that is a bomb',
    'a rar',
    'a WebAssembly program',
    'a Flash film',
  ]);
});
