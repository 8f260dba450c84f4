import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aTicket, newKey, post } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

function send(): Promise<Response> | Response {
  return api.app.request('/api/v1/tickets', post(aTicket(), { 'Idempotency-Key': newKey() }));
}

test('an error of the database is logged with its code and without the row it is about', async () => {
  await sql`create unique index one_ticket_each on tickets (contact_email)`.execute(api.store);
  await send();
  const failed = await send();
  expect(failed.status).toBe(500);
  expect(await failed.json()).toMatchObject({ code: 'internal' });
  const line = api.logLines.find((logged) => logged.includes('"code":"internal"')) ?? '{}';
  const { requestId, err } = JSON.parse(line);
  expect(requestId).toBe(failed.headers.get('X-Request-Id'));
  expect(err.code).toMatch(/^(23505|SQLITE_CONSTRAINT_UNIQUE)$/);
  expect(err.stack).toContain('executeQuery');
  expect(line).not.toContain(aTicket().contact.email);
});
