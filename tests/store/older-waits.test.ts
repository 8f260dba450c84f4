import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveTicket } from '../../src/tickets/move-ticket.ts';
import { replyToTicket } from '../../src/tickets/reply-to-ticket.ts';
import { aCustomer } from '../support/customer.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

/** The database as it was before there were reports, opened again. */
async function asBeforeReports(): Promise<void> {
  await sql`drop table waits`.execute(api.store);
  await sql`drop index tickets_received`.execute(api.store);
  await sql`delete from kysely_migration where name >= '0013-reports'`.execute(api.store);
  await api.restart();
}

test('tickets from before there were reports have every wait of theirs written down when the service starts', async () => {
  const deps = { store: api.store, now: () => api.clock.now };
  const later = (minutes: number) => {
    api.clock.now = api.clock.now.add({ minutes });
  };
  const anna = await aCustomer(api);
  const by = { number: anna.number, actor: 'agent:7', author: 'Ola' };
  later(30);
  await replyToTicket(deps, by, { text: 'Proszę spróbować.', status: 'solved' });
  later(60);
  await anna.move('in-progress');
  later(5);
  await anna.write('Nadal nie działa.');
  later(5);
  await moveTicket(deps, by, 'closed');
  later(1);
  await anna.write('Proszę o odpowiedź.');
  const piotr = await aCustomer(api);
  await asBeforeReports();
  const waits = await api.store.selectFrom('waits').selectAll().orderBy('id').execute();
  expect(waits.map(({ id: _, channel: __, ...wait }) => wait)).toEqual([
    {
      ticket_number: anna.number,
      began_at: '2026-11-22T09:00:00.000Z',
      due_at: '2026-11-25T09:00:00.000Z',
      ended_at: '2026-11-22T09:30:00.000Z',
      ended_by: 'answer',
      answer_seconds: 1800,
    },
    {
      ticket_number: anna.number,
      began_at: '2026-11-22T10:30:00.000Z',
      due_at: '2026-11-25T10:30:00.000Z',
      ended_at: '2026-11-22T10:40:00.000Z',
      ended_by: 'move',
      answer_seconds: null,
    },
    {
      ticket_number: anna.number,
      began_at: '2026-11-22T10:41:00.000Z',
      due_at: '2026-11-25T10:41:00.000Z',
      ended_at: null,
      ended_by: null,
      answer_seconds: null,
    },
    {
      ticket_number: piotr.number,
      began_at: '2026-11-22T10:41:00.000Z',
      due_at: '2026-11-25T10:41:00.000Z',
      ended_at: null,
      ended_by: null,
      answer_seconds: null,
    },
  ]);
});

test('a ticket has one open wait at most, whoever writes it', async () => {
  const anna = await aCustomer(api);
  const open = await api.store.selectFrom('waits').selectAll().executeTakeFirstOrThrow();
  const again = { ...open, id: open.id + 1, ticket_number: anna.number };
  await expect(api.store.insertInto('waits').values(again).execute()).rejects.toThrow(/unique/i);
});
