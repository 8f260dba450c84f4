import { afterEach, beforeEach, expect, test } from 'vitest';
import { up } from '../../src/store/migrations/0043-orders-and-mentions.ts';
import { aCustomer } from '../support/customer.ts';
import { aDeskAgent } from '../support/desk-agent.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

test('whom notes of earlier days name is taken over from their events, also of a ticket that was merged since', async () => {
  const ola = await aDeskAgent(api);
  const jan = await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl');
  const anna = await aCustomer(api);
  const again = await aCustomer(api, { subject: 'Jeszcze raz' });
  await ola.note(anna.number, '@Jan Kos zobacz.');
  await ola.note(again.number, 'Nikogo.');
  api.clock.now = api.clock.now.add({ minutes: 1 });
  await jan.note(anna.number, '@Ola Nowak widzę.');
  expect((await ola.tell(`/tickets/${anna.number}/merge`, { into: again.number })).status).toBe(204);
  const kept = () => api.store.selectFrom('note_mentions').selectAll().orderBy('message_id').execute();
  const written = await kept();
  expect(written.map(({ agent_id }) => agent_id)).toEqual([jan.id, ola.id]);

  // As it was before there was such a table.
  await api.store.schema.dropTable('note_mentions').execute();
  for (const index of ['tickets_longest_waiting', 'tickets_changed']) await api.store.schema.dropIndex(index).execute();
  await up(api.store as unknown as Parameters<typeof up>[0]);
  expect(await kept()).toEqual(written);
});
