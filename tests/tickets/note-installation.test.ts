import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReplyStatus, Topic } from '../../src/contract/lists.ts';
import { recogniseShop } from '../../src/shops/recognise-shop.ts';
import { changesOfShop } from '../../src/store/shop-changes.ts';
import { findShopByNumber } from '../../src/store/shops.ts';
import { moveTicket } from '../../src/tickets/move-ticket.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { aCustomer } from '../support/customer.ts';
import { ROWERY, ZURAW } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now });
const by = (number: string) => ({ number, actor: 'a_ola', author: 'Ola' });

async function installedOn({ supportNumber } = ZURAW): Promise<string | null | undefined> {
  return (await findShopByNumber(api.store, supportNumber))?.installed_on;
}

async function answered(topic: Topic, status: ReplyStatus, shop = ZURAW): Promise<string> {
  const { number } = await aCustomer(api, { ...shop, topic });
  await agentReplies(deps(), by(number), { text: 'Zainstalowane.', status });
  return number;
}

describe('the one installation that support covers (C1)', () => {
  test('is done when its ticket is solved, and the history of the shop names the ticket', async () => {
    const number = await answered('installation', 'solved');
    expect(await installedOn()).toBe('2026-11-22');
    const known = await recogniseShop(api.store, ZURAW, api.clock.now);
    expect(known?.terms.isInstalled).toBe(true);
    const [change] = await changesOfShop(api.store, known?.shop.id ?? 0, 1);
    expect(change).toMatchObject({ field: 'installedOn', before: null, after: '2026-11-22', actor: number });
  });

  test('the next ticket about it is not covered: N6', async () => {
    await answered('installation', 'solved');
    const again = await aCustomer(api, { topic: 'installation' });
    const row = api.store.selectFrom('tickets').select(['covered', 'scope_rule']).where('number', '=', again.number);
    expect(await row.execute()).toEqual([{ covered: 0, scope_rule: 'N6' }]);
    // Solving that one does not move the day of the first.
    api.clock.now = api.clock.now.add({ hours: 48 });
    await moveTicket(deps(), by(again.number), 'solved');
    expect(await installedOn()).toBe('2026-11-22');
  });

  test.each<[string, Topic, ReplyStatus, typeof ZURAW]>([
    ['a reply that leaves it open', 'installation', 'in-progress', ZURAW],
    ['another topic', 'configuration', 'solved', ZURAW],
    ['STANDARD, which has none', 'installation', 'solved', ROWERY],
  ])('is not done by %s', async (_, topic, status, shop) => {
    await answered(topic, status, shop);
    expect(await installedOn(shop)).toBeNull();
  });

  test('is not done by closing alone: it was a duplicate, or nothing came of it', async () => {
    const { number } = await aCustomer(api, { topic: 'installation' });
    await moveTicket(deps(), by(number), 'closed');
    expect(await installedOn()).toBeNull();
  });
});
