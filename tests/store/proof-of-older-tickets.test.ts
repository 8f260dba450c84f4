import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importShops } from '../../src/shops/import-shops.ts';
import { up } from '../../src/store/migrations/0011-verified.ts';
import { insertTicket } from '../../src/store/tickets.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { NOW, sampleShops, temporaryStore } from '../support/service.ts';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  temporary = await temporaryStore();
  await importShops(temporary.store, sampleShops(), NOW);
});
afterEach(() => temporary.discard());

test('tickets from before count as what is certain: a signature was not written down, so none is claimed', async () => {
  const { store } = temporary;
  for (const [index, channel] of (['panel', 'form', 'phone', 'email'] as const).entries()) {
    await insertTicket(store, aTicketRow(100_001 + index, { channel, proof: 'verified' }));
  }
  // The tables as they were before.
  await sql`drop index support_packages_request`.execute(store);
  await sql`alter table support_packages drop column request_key`.execute(store);
  await sql`alter table tickets drop column proof`.execute(store);

  await up(store as never);
  const tickets = await store.selectFrom('tickets').select(['channel', 'proof']).orderBy('sequence').execute();
  expect(tickets.map(({ channel, proof }) => [channel, proof])).toEqual([
    ['panel', 'panel'],
    ['form', 'unverified'],
    ['phone', 'phone'],
    ['email', 'unverified'],
  ]);
});
