import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PackagePreview } from '../../../src/contract/desk/change-shop.ts';
import type { DeskShopList } from '../../../src/contract/desk/list-shops.ts';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import type { ShopStatus } from '../../../src/contract/shops/shop-status.ts';
import { changeShopAddress } from '../../../src/shops/move-shop.ts';
import { addPanelAddress } from '../../../src/shops/panel-address.ts';
import { upsertShop } from '../../../src/store/shops.ts';
import { agentReplies } from '../../support/agent-writes.ts';
import { claims, sign } from '../../support/an-assertion.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { EXPIRED, newKey, post, RESOLD, ZURAW } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let marek: DeskAgent;
beforeEach(async () => {
  api = await service();
  marek = await aDeskAgent(api, 'Marek Lis', 'marek@shopgold.pl', 'admin');
});
afterEach(() => api.discard());

async function list(query = ''): Promise<DeskShopList> {
  const response = await marek.ask(`/shops${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as DeskShopList;
}

async function idOf({ supportNumber } = ZURAW): Promise<number> {
  return (await list(`?q=${supportNumber}`)).shops[0]?.id ?? 0;
}

async function shop(of = ZURAW): Promise<DeskShop> {
  const response = await marek.ask(`/shops/${await idOf(of)}`);
  expect(response.status).toBe(200);
  return (await response.json()) as DeskShop;
}

async function add(bought: object, { of = ZURAW, key = newKey() } = {}): Promise<Response> {
  return marek.tell(`/shops/${await idOf(of)}/packages`, bought, { 'Idempotency-Key': key });
}

const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
const auditLines = () =>
  api.store.selectFrom('audit').select(['actor', 'action', 'details']).where('actor', '=', marek.id).execute();

describe('the list of shops', () => {
  test('goes by name as Polish is read, with the support of each', async () => {
    const { shops, next } = await list();
    expect(shops.map(({ name, support, onlyTopics }) => [name, support.state, onlyTopics])).toEqual([
      ['Dawny Sklep', 'expired', ['updates', 'security', 'renewal']],
      ['Księgarnia Żuraw', 'active', null],
      ['Rowery Koło', 'active', null],
      ['Sklep od Pośrednika', 'not-bought-directly', ['security']],
      ['Złamana Licencja', 'active', null],
      ['Żółta Łódka', 'active', null],
      ['Źródło Smaków', 'active', null],
    ]);
    expect(next).toBeNull();
  });

  test.each([
    ['zuraw', 'Księgarnia Żuraw'],
    ['7KcWt9Ru', 'Księgarnia Żuraw'],
    ['rowery-kolo.pl', 'Rowery Koło'],
    ['kontakt@zolta-lodka.pl', 'Żółta Łódka'],
    ['zrodlo smak', 'Źródło Smaków'],
  ])('finds %s', async (asked, name) => {
    expect((await list(`?q=${encodeURIComponent(asked)}`)).shops.map((one) => one.name)).toEqual([name]);
  });

  describe('finds a shop by an address that is not in its row, and says so', () => {
    const found = async (asked: string) =>
      (await list(`?q=${encodeURIComponent(asked)}`)).shops.map((one) => [one.name, one.foundBy]);
    const FORMER = { kind: 'former', address: ZURAW.installUrl };
    const PANEL = { kind: 'panel', address: 'https://panel.żółw.example/sklep' };
    beforeEach(async () => {
      const deps = { store: api.store, now: () => api.clock.now };
      const id = await idOf();
      await addPanelAddress(deps, { shop: id, address: PANEL.address }, marek.id);
      await changeShopAddress(deps, { shop: id, address: 'https://nowy.example' }, marek.id);
    });

    test.each([
      ['a former one', 'https://www.ksiegarnia-zuraw.pl/', FORMER],
      ['its panel’s', 'ZOLW', PANEL],
      ['its panel’s, with a word of its name', 'księgarnia żółw', PANEL],
      ['words of both', 'www zolw', PANEL],
    ])('%s', async (_, asked, by) => {
      expect(await found(asked)).toEqual([['Księgarnia Żuraw', by]]);
      const answer = await (await marek.ask(`/search?q=${encodeURIComponent(asked)}`)).json();
      expect(answer.shops).toMatchObject([{ name: 'Księgarnia Żuraw', foundBy: by }]);
    });

    test('but not where its row has every word, or the address has ended', async () => {
      expect(await found('nowy.example')).toEqual([['Księgarnia Żuraw', null]]);
      expect(await found('zuraw')).toEqual([['Księgarnia Żuraw', null]]);
      api.clock.now = api.clock.now.add({ hours: 24 * 366 });
      marek = await aDeskAgent(api, 'Ewa Lis', 'ewa@shopgold.pl');
      expect(await found('www.ksiegarnia-zuraw.pl')).toEqual([]);
      expect(await found('zolw')).toEqual([['Księgarnia Żuraw', PANEL]]);
    });
  });

  test('comes in pages that fit together', async () => {
    const { words: _, ...like } = await api.store.selectFrom('shops').selectAll().executeTakeFirstOrThrow();
    const { id: __, ...row } = like;
    for (let more = 0; more < 60; more++) {
      await upsertShop(api.store, { ...row, support_number: `Next${more}`, shop_name: `Sklep ${more % 7}` });
    }
    const first = await list();
    const second = await list(`?cursor=${first.next}`);
    expect([first.shops.length, second.shops.length, second.next]).toEqual([50, 17, null]);
    expect(new Set([...first.shops, ...second.shops].map(({ id }) => id)).size).toBe(67);
    const filtered = await list('?q=next');
    expect([filtered.shops.length, (await list(`?q=next&cursor=${filtered.next}`)).shops.length]).toEqual([50, 10]);
  });

  test.each(['?cursor=abc', '?cursor=99999', '?colour=red', `?q=${'a'.repeat(201)}`])('refuses %s', async (query) => {
    expect(await codeOf(await marek.ask(`/shops${query}`))).toEqual([422, 'invalid-request']);
  });
});

describe('a shop', () => {
  test('shows how its last day comes about (R2, R4)', async () => {
    await add({ months: 3, purchasedOn: '2026-11-20' });
    const { shop: read, coverage } = await shop();
    expect(read).toMatchObject({
      edition: 'PREMIUM',
      purchasedOn: '2026-09-14',
      supportMonths: 6,
      boughtDirectly: true,
    });
    expect(coverage).toEqual([
      {
        purchasedOn: '2026-09-14',
        months: 6,
        from: '2026-09-14',
        lastDay: '2027-03-14',
        counted: { start: '2026-09-14', months: 6 },
      },
      {
        purchasedOn: '2026-11-20',
        months: 3,
        from: '2027-03-15',
        lastDay: '2027-06-14',
        counted: { start: '2026-09-14', months: 9 },
      },
    ]);
    expect(read.support.lastDay).toBe('2027-06-14');
  });

  test('that a reseller sold has no days to show (R3)', async () => {
    expect((await shop(RESOLD)).coverage).toEqual([]);
  });

  test.each(['999', '0', 'x', '1%00'])('%s is missing', async (id) => {
    expect((await marek.ask(`/shops/${id}`)).status).toBe(404);
  });
});

describe('an extension package', () => {
  async function preview(query: string, of = ZURAW): Promise<Response> {
    return marek.ask(`/shops/${await idOf(of)}/packages/preview${query}`);
  }

  test('is shown before it is saved, and its shop is told the new last day then', async () => {
    const seen = (await (await preview('?months=3&purchasedOn=2026-11-22')).json()) as PackagePreview;
    expect(seen).toMatchObject({
      lastDayBefore: '2027-03-14',
      lastDay: '2027-06-14',
      covers: { from: '2027-03-15', lastDay: '2027-06-14' },
    });
    expect((await shop()).coverage).toHaveLength(1);
    const added = await add({ months: 3, purchasedOn: '2026-11-22' });
    expect([added.status, await added.json()]).toEqual([201, { lastDay: '2027-06-14' }]);
    const status = (await (await api.app.request('/api/v1/shop-status', post(ZURAW))).json()) as ShopStatus;
    expect(status.support.lastDay).toBe('2027-06-14');
    expect(await auditLines()).toContainEqual({
      actor: marek.id,
      action: 'package.added',
      details: JSON.stringify({ shopId: await idOf(), months: 3, purchasedOn: '2026-11-22' }),
    });
  });

  test('after a gap starts on its own day', async () => {
    const seen = (await (await preview('?months=6&purchasedOn=2026-11-22', EXPIRED)).json()) as PackagePreview;
    expect(seen).toMatchObject({ lastDayBefore: '2026-02-28', lastDay: '2027-05-22', covers: { from: '2026-11-22' } });
  });

  test('comes once however often it is sent, and not under a key of something else', async () => {
    const key = newKey();
    await add({ months: 3, purchasedOn: '2026-11-22' }, { key });
    expect((await add({ months: 3, purchasedOn: '2026-11-22' }, { key })).status).toBe(201);
    expect(await codeOf(await add({ months: 6, purchasedOn: '2026-11-22' }, { key }))).toEqual([
      422,
      'idempotency-key-reused',
    ]);
    expect((await shop()).coverage).toHaveLength(2);
  });

  test.each([
    ['a day that has not come', { months: 3, purchasedOn: '2026-11-23' }],
    ['a day before the licence', { months: 3, purchasedOn: '2026-09-13' }],
    ['no day', { months: 3, purchasedOn: '2026-02-30' }],
    ['no month', { months: 0, purchasedOn: '2026-11-22' }],
    ['too many months', { months: 37, purchasedOn: '2026-11-22' }],
    ['half a month', { months: 1.5, purchasedOn: '2026-11-22' }],
  ])('of %s is refused', async (_, bought) => {
    expect(await codeOf(await add(bought))).toEqual([422, 'invalid-request']);
    const query = `?months=${bought.months}&purchasedOn=${bought.purchasedOn}`;
    expect(await codeOf(await preview(query))).toEqual([422, 'invalid-request']);
    expect((await shop()).coverage).toHaveLength(1);
  });

  test('gives a shop that bought elsewhere nothing, so it is not added (R3)', async () => {
    expect(await codeOf(await add({ months: 3, purchasedOn: '2026-11-22' }, { of: RESOLD }))).toEqual([
      403,
      'not-bought-directly',
    ]);
    expect(await codeOf(await preview('?months=3&purchasedOn=2026-11-22', RESOLD))).toEqual([
      403,
      'not-bought-directly',
    ]);
  });

  test('needs a key', async () => {
    const bought = { months: 3, purchasedOn: '2026-11-22' };
    expect(await codeOf(await marek.tell(`/shops/${await idOf()}/packages`, bought))).toEqual([
      400,
      'idempotency-key-missing',
    ]);
  });
});

test('a breach of licence touches access to updates and nothing else (C3)', async () => {
  const id = await idOf();
  const topics = async () => {
    const status = (await (await api.app.request('/api/v1/shop-status', post(ZURAW))).json()) as ShopStatus;
    return [status.support.state, ...status.topics.filter(({ covered }) => covered).map((topic) => topic.id)];
  };
  const before = await topics();
  expect((await marek.tell(`/shops/${id}/licence`, { state: 'breached' })).status).toBe(204);
  expect(await topics()).toEqual(before.filter((topic) => topic !== 'updates'));
  expect((await shop()).shop.licence).toBe('breached');
  expect((await marek.tell(`/shops/${id}/licence`, { state: 'breached' })).status).toBe(204);
  expect((await marek.tell(`/shops/${id}/licence`, { state: 'valid' })).status).toBe(204);
  expect(await topics()).toEqual(before);
  expect((await auditLines()).filter(({ action }) => action === 'shop.licence-set')).toHaveLength(2);
  expect((await marek.tell('/shops/999/licence', { state: 'valid' })).status).toBe(404);
});

describe('a secret for signed identity', () => {
  async function make(): Promise<{ kid: string; secret: string }> {
    const response = await marek.tell(`/shops/${await idOf()}/secrets`, {});
    expect(response.status).toBe(201);
    return (await response.json()) as { kid: string; secret: string };
  }
  const openSession = (made: { kid: string; secret: string }) =>
    api.app.request('/api/v1/session', post({ token: sign(claims(), made) }));

  test('works at once, and ends when it is revoked', async () => {
    const made = await make();
    expect((await openSession(made)).status).toBe(201);
    const revoke = async () =>
      (await marek.ask(`/shops/${await idOf()}/secrets/${made.kid}`, { method: 'DELETE' })).status;
    expect(await revoke()).toBe(204);
    expect((await openSession(made)).status).toBe(401);
    expect(await revoke()).toBe(404);
  });

  test('is said once: neither the shop, the trail nor the log has it', async () => {
    const made = await make();
    const { secrets } = await shop();
    expect(secrets).toEqual([{ kid: made.kid, madeAt: '2026-11-22T09:00:00Z', revokedAt: null }]);
    const trail = JSON.stringify(await api.store.selectFrom('audit').selectAll().execute());
    expect(trail).toContain(made.kid);
    for (const place of [JSON.stringify(await shop()), trail, api.logLines.join()]) {
      expect(place).not.toContain(made.secret);
    }
    expect((await auditLines()).map(({ action }) => action)).toContain('shop-secret.made');
  });

  test('is another shop’s to nobody: it is revoked at its own shop only', async () => {
    const made = await make();
    for (const path of [`/shops/${await idOf(EXPIRED)}/secrets/${made.kid}`, '/shops/999/secrets/k_1']) {
      expect((await marek.ask(path, { method: 'DELETE' })).status).toBe(404);
    }
    expect((await openSession(made)).status).toBe(201);
    expect((await marek.tell('/shops/999/secrets', {})).status).toBe(404);
  });

  test('valid ones stand first', async () => {
    const [old, fresh] = [await make(), await make()];
    await marek.ask(`/shops/${await idOf()}/secrets/${fresh.kid}`, { method: 'DELETE' });
    expect((await shop()).secrets.map(({ kid, revokedAt }) => [kid, revokedAt === null])).toEqual([
      [old.kid, true],
      [fresh.kid, false],
    ]);
  });
});

describe('what the registry says of a shop', () => {
  /** Facts of the licence, each unlike what stands. */
  const LICENCE = {
    edition: 'PREMIUM PLUS',
    shopName: 'Księgarnie Żuraw i Synowie',
    purchasedOn: '2026-09-01',
    supportMonths: 9,
    contactEmail: 'nowe-biuro@ksiegarnia-zuraw.pl',
  };
  const change = async (facts: object, { revision, by = marek }: { revision?: number; by?: DeskAgent } = {}) =>
    by.tell(`/shops/${await idOf()}/facts`, { revision: revision ?? (await shop()).shop.revision, facts });

  test('is changed with its history: who, when, from and to', async () => {
    const terms = { installedOn: '2026-10-04', individualTerms: 'Szablon z umowy', note: 'Dzwonić po 10.' };
    expect((await change(terms)).status).toBe(204);
    expect((await change({ note: null })).status).toBe(204);
    const read = await shop();
    expect(read.shop.terms).toMatchObject({ ...terms, note: null, purchaseAccount: null });
    expect(read.history.slice(0, 4).map(({ by, field, before, after }) => [by.name, field, before, after])).toEqual([
      ['Marek Lis', 'note', 'Dzwonić po 10.', null],
      ['Marek Lis', 'note', null, 'Dzwonić po 10.'],
      ['Marek Lis', 'individualTerms', null, 'Szablon z umowy'],
      ['Marek Lis', 'installedOn', null, '2026-10-04'],
    ]);
    // The trail names the facts, never what was written.
    expect(JSON.stringify(await auditLines())).not.toContain('Szablon');
  });

  test('is its licence, too: the last day of support moves at once, and the shop is found by its new name', async () => {
    expect((await change(LICENCE)).status).toBe(204);
    const { shop: after, history } = await shop();
    expect(after).toMatchObject({ name: LICENCE.shopName, edition: 'PREMIUM PLUS', purchasedOn: '2026-09-01' });
    expect(after.support).toMatchObject({ state: 'active', lastDay: '2027-06-01' });
    expect(history.map(({ field }) => field)).toEqual(expect.arrayContaining(Object.keys(LICENCE)));
    const status = (await (await api.app.request('/api/v1/shop-status', post(ZURAW))).json()) as ShopStatus;
    expect(status.support.lastDay).toBe('2027-06-01');
    const found = await (await marek.ask('/shops?q=ksiegarnie')).json();
    expect(found).toMatchObject({ shops: [{ name: LICENCE.shopName }] });
    await change({ boughtDirectly: false });
    expect((await shop()).shop.support.state).toBe('not-bought-directly');
  });

  test.each([
    { supportMonths: 0 },
    { supportMonths: 121 },
    { supportMonths: '6' },
    { purchasedOn: '2026-02-30' },
    { contactEmail: 'biuro' },
    { edition: '' },
    { shopName: null },
    { installUrl: 'https://www.inny.pl' },
    { licenceState: 'breached' },
  ])('is not taken where the registry would not: %o', async (facts) => {
    const before = await shop();
    expect(await codeOf(await change(facts))).toEqual([422, 'invalid-request']);
    expect(await shop()).toEqual(before);
  });

  test('reaches the owner with the next answer: N5 is covered, the installation falls under N6', async () => {
    await change({ individualTerms: 'Szablon z umowy', installedOn: '2026-10-04', purchaseAccount: 'zakupy@zuraw.pl' });
    const response = await api.app.request('/api/v1/shop-status', post(ZURAW));
    const text = await response.text();
    const { topics } = JSON.parse(text) as ShopStatus;
    expect(topics.find(({ id }) => id === 'N5')).toMatchObject({ covered: true });
    expect(topics.find(({ id }) => id === 'installation')).toMatchObject({ covered: false, rule: 'N6' });
    // Terms and account are for agents: whoever knows number and address may be anybody.
    expect(text).not.toMatch(/Szablon z umowy|zakupy@zuraw/);
  });

  test('is not overwritten by who has not seen it', async () => {
    const { revision } = (await shop()).shop;
    await change({ note: 'Pierwsza' }, { revision });
    expect(await codeOf(await change({ note: 'Druga' }, { revision }))).toEqual([409, 'conflict']);
    expect((await shop()).shop.terms.note).toBe('Pierwsza');
  });

  test('is for admins, but for the installation and the note', async () => {
    const ola = await aDeskAgent(api);
    expect((await change({ note: 'x', installedOn: '2026-10-04' }, { by: ola })).status).toBe(204);
    const ofAdmins = [
      { individualTerms: 'x' },
      { purchaseAccount: 'x' },
      { seller: 'x' },
      ...Object.keys(LICENCE).map((fact) => ({ [fact]: LICENCE[fact as keyof typeof LICENCE] })),
    ];
    for (const facts of ofAdmins) {
      expect(await codeOf(await change(facts, { by: ola }))).toEqual([403, 'forbidden']);
    }
  });

  test('names the ticket whose solution said that the installation is done, and lists the last tickets', async () => {
    const { number } = await aCustomer(api, { topic: 'installation' });
    const by = { number, actor: marek.id, author: 'Marek' };
    await agentReplies({ store: api.store, now: () => api.clock.now }, by, { text: 'Jest.', status: 'solved' });
    const { history, tickets, shop: read } = await shop();
    expect(read.terms.installedOn).toBe('2026-11-22');
    expect(history[0]).toMatchObject({ field: 'installedOn', by: { id: number, name: null } });
    expect(tickets.map((ticket) => ticket.number)).toEqual([number]);
  });
});
