import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endIncident } from '../../src/incidents/end-incident.ts';
import { linkTicket } from '../../src/incidents/link-ticket.ts';
import { findTicket } from '../../src/store/tickets.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { anIncident } from '../support/an-incident.ts';
import { aCustomer, type Customer } from '../support/customer.ts';
import { ROWERY } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now });
const linkOf = async ({ number }: Customer) => (await findTicket(api.store, number))?.notice_id ?? null;
const by = (number: string) => ({ number, actor: 'operator', author: null });
const link = (customer: Customer, incident: number | null, seenMessages = 1) =>
  linkTicket(deps(), by(customer.number), { incident, seenMessages });

describe('a new ticket', () => {
  test('that says so is linked to an incident of its version', async () => {
    const id = await anIncident(api);
    expect(await linkOf(await aCustomer(api, { notice: `${id}` }))).toBe(id);
    expect(await linkOf(await aCustomer(api, { notice: `${id}`, shopVersion: '10.5' }))).toBe(id);
    expect(await linkOf(await aCustomer(api))).toBeNull();
  });

  test('of a shop with another version is taken, and linked to nothing', async () => {
    const id = await anIncident(api);
    expect(await linkOf(await aCustomer(api, { notice: `${id}`, shopVersion: '10.5.1' }))).toBeNull();
    expect(await linkOf(await aCustomer(api, { notice: `${id}`, shopVersion: '9.8' }))).toBeNull();
    const other = await anIncident(api, { fromVersion: '99.1', toVersion: null });
    expect(await linkOf(await aCustomer(api, { ...ROWERY, notice: `${other}` }))).toBeNull();
  });

  test.each<[string, (id: number) => Promise<unknown> | undefined]>([
    ['has ended', (id) => endIncident(api.store, id, 'operator', api.clock.now)],
    ['is solved', (id) => solvedNow(id)],
    ['has not begun', (id) => begin(id, api.clock.now.add({ hours: 1 }))],
  ])('about an incident that %s is taken, and linked to nothing', async (_, change) => {
    const id = await anIncident(api);
    await change(id);
    expect(await linkOf(await aCustomer(api, { notice: `${id}` }))).toBeNull();
  });

  test('about news of a version, or about nothing there is, is taken as well', async () => {
    const news = await anIncident(api, { kind: 'update' });
    expect(await linkOf(await aCustomer(api, { notice: `${news}` }))).toBeNull();
    for (const notice of ['999999999', 'n-12', '1e3']) {
      expect(await linkOf(await aCustomer(api, { notice }))).toBeNull();
    }
  });

  function solvedNow(id: number) {
    const at = api.clock.now.toString({ smallestUnit: 'millisecond' });
    return api.store.updateTable('notices').set({ solved_at: at }).where('id', '=', id).execute();
  }

  function begin(id: number, since: Temporal.Instant) {
    const at = since.toString({ smallestUnit: 'millisecond' });
    return api.store.updateTable('notices').set({ since: at }).where('id', '=', id).execute();
  }
});

describe('by hand', () => {
  test('a ticket is linked and unlinked, each once in the audit trail', async () => {
    const [id, anna] = [await anIncident(api), await aCustomer(api)];
    expect(await link(anna, id)).toEqual({ outcome: 'changed' });
    expect(await link(anna, id)).toEqual({ outcome: 'changed' });
    expect(await linkOf(anna)).toBe(id);
    expect(await link(anna, null)).toEqual({ outcome: 'changed' });
    expect(await linkOf(anna)).toBeNull();
    const rows = await api.store.selectFrom('audit').select(['action', 'details']).orderBy('id').execute();
    expect(rows.filter(({ action }) => action.endsWith('linked'))).toEqual([
      { action: 'ticket.linked', details: JSON.stringify({ notice: id }) },
      { action: 'ticket.unlinked', details: JSON.stringify({ notice: id }) },
    ]);
  });

  test('what the agent had not seen when linking counts as written after it', async () => {
    const [id, anna] = [await anIncident(api), await aCustomer(api)];
    await anna.write('A druga sprawa: jak zmienić logo?');
    await link(anna, id, 1);
    expect((await findTicket(api.store, anna.number))?.linked_at).toBe(1);
  });

  test('more than there is cannot have been seen', async () => {
    const [id, anna] = [await anIncident(api), await aCustomer(api)];
    await link(anna, id, 99);
    expect((await findTicket(api.store, anna.number))?.linked_at).toBe(1);
  });

  test('a ticket that is over may be linked, for the record', async () => {
    const [id, anna] = [await anIncident(api), await aCustomer(api)];
    await agentReplies(deps(), by(anna.number), { text: 'Już działa.', status: 'solved' });
    expect(await link(anna, id, 2)).toEqual({ outcome: 'changed' });
  });

  test('not to news of a version, nor to what is not there', async () => {
    const [news, anna] = [await anIncident(api, { kind: 'update' }), await aCustomer(api)];
    expect(await link(anna, news)).toEqual({ outcome: 'not-allowed' });
    expect(await link(anna, 999_999)).toEqual({ outcome: 'not-allowed' });
    expect(await linkTicket(deps(), by('1000098'), { incident: news, seenMessages: 1 })).toEqual({
      outcome: 'not-found',
    });
  });
});
