import type { Standing } from '../../src/contract/lists.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { insertSender } from '../../src/store/senders.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { temporaryDatabase } from '../support/temporary-database.ts';

export const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

/** A store with two shops and an agent, and nothing of the service around it: these tests run once for every mutation. */
export async function guardedStore(): Promise<{ store: Store; discard: () => Promise<void> }> {
  const { url, discard } = await temporaryDatabase();
  const store = await openStore(url);
  for (const [id, shop_name] of ['Księgarnia Żuraw', 'Rowery Koło'].entries())
    await insertShop(store, id + 1, shop_name);
  const agent = {
    id: 'a_ola',
    email: 'ola@shopgold.pl',
    name: 'Ola Nowak',
    role: 'admin',
    password_hash: '-',
  } as const;
  await store
    .insertInto('agents')
    .values({ ...agent, created_at: toInstantText(NOW), disabled_at: null })
    .execute();
  return {
    store,
    discard: async () => {
      await store.destroy();
      await discard();
    },
  };
}

async function insertShop(store: Store, id: number, shop_name: string): Promise<void> {
  await store
    .insertInto('shops')
    .values({
      id,
      shop_name,
      support_number: `NUMER-${id}`,
      install_url: `https://sklep${id}.example`,
      edition: 'STANDARD',
      purchased_on: '2026-10-01',
      support_months: 6,
      bought_directly: 1,
      licence_state: 'valid',
      contact_email: `biuro@sklep${id}.example`,
      shop_version: null,
      imported_at: toInstantText(NOW),
    })
    .execute();
}

let sequence = 0;

/** A ticket of a shop that came from an address, some minutes ago, and maybe was answered. */
export async function cameFrom(
  store: Store,
  shopId: number,
  sender: { addressHash: string; standing?: Standing; sentAt: Temporal.Instant; answeredAt?: Temporal.Instant },
): Promise<void> {
  sequence += 1;
  const ticket = aTicketRow(sequence, { shop_id: shopId });
  await store.insertInto('tickets').values(ticket).execute();
  await insertSender(store, {
    ticket_number: ticket.number,
    shop_id: shopId,
    address_hash: sender.addressHash,
    standing: sender.standing ?? 'new',
    sent_at: toInstantText(sender.sentAt),
    answered_at: sender.answeredAt ? toInstantText(sender.answeredAt) : null,
  });
}

/** What was noted of a kind of action: who did it, what, and its details. */
export async function events(store: Store, kind: string): Promise<[actor: string, action: string, details: unknown][]> {
  const rows = await store.selectFrom('audit').select(['actor', 'action', 'details']).orderBy('id').execute();
  return rows
    .filter(({ action }) => action.startsWith(`${kind}.`))
    .map(({ actor, action, details }) => [actor, action, JSON.parse(details)]);
}
