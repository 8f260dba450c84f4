import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ShopStatus, shopStatus } from '../../../src/contract/shops/shop-status.ts';
import { addIncident } from '../../../src/incidents/add-incident.ts';
import { toInstantText } from '../../../src/store/instants.ts';
import { insertTicket } from '../../../src/store/tickets.ts';
import { announceVersion } from '../../../src/vendor-settings/announce-version.ts';
import { aTicketRow } from '../../support/a-ticket-row.ts';
import { EXPIRED, post, RESOLD, ZURAW } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

let api: Service;
beforeAll(async () => {
  api = await service();
  await announceVersion(api.store, '10.5.0', NOW);
});
afterAll(() => api.discard());

async function ask(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return api.app.request('/api/v1/shop-status', post(body, headers));
}

async function status(body: unknown, headers: Record<string, string> = {}): Promise<ShopStatus> {
  const response = await ask(body, headers);
  expect(response.status).toBe(200);
  return shopStatus.answer.parse(await response.json());
}

test('a shop with support learns until when, the promise, the hours and its topics', async () => {
  const answer = await status({ ...ZURAW, shopVersion: '10.4.2' });
  expect(answer).toMatchObject({
    support: { state: 'active', lastDay: '2027-03-14', daysLeft: 113 },
    promise: { hours: 72, answerBy: '2026-11-25T09:00:00Z' },
    opening: { openNow: false, text: 'pon.–pt. 8:00–16:00', nextOpening: '2026-11-23T07:00:00Z' },
    version: { yours: '10.4.2', current: '10.5.0', behind: true },
    contacts: { email: 'pomoc@shopgold.pl' },
    notices: [],
  });
  expect(answer.topics).toHaveLength(18);
  expect(answer.topics.find(({ id }) => id === 'N8')).toMatchObject({ covered: false, rule: 'N8' });
});

test('each topic is told with its signs in the language asked for; they travel at a quarter of their size', async () => {
  const headers = { 'Accept-Language': 'en', 'Accept-Encoding': 'gzip' };
  const signsOf = ({ topics }: ShopStatus) => topics.find(({ id }) => id === 'renewal')?.signs;
  expect(signsOf(await status(ZURAW))).toMatch(/^przedluz,/);
  const packed = Buffer.from(await (await ask(ZURAW, headers)).arrayBuffer());
  expect(signsOf(shopStatus.answer.parse(JSON.parse(gunzipSync(packed).toString())))).toMatch(/^renew,/);
  const polish = await ask(ZURAW, { 'Accept-Encoding': 'gzip' });
  expect(polish.headers.get('Content-Encoding')).toBe('gzip');
  const plain = (await (await ask(ZURAW)).arrayBuffer()).byteLength;
  expect((await polish.arrayBuffer()).byteLength * 4).toBeLessThan(plain);
});

test('a shop that is promised a reply learns how soon most of them come, and an unknown pair nothing of that', async () => {
  const quick = await service();
  const learn = async (body: unknown) => {
    const response = await quick.app.request('/api/v1/shop-status', post(body));
    return shopStatus.answer.parse(await response.json()).usual;
  };
  for (let minutes = 0; minutes < 20; minutes++) {
    const row = aTicketRow(700_000 + minutes, { waiting_since: null });
    await insertTicket(quick.store, row);
    await quick.store
      .insertInto('waits')
      .values({
        ticket_number: row.number,
        channel: 'panel',
        began_at: toInstantText(NOW.subtract({ hours: 24 * 29 })),
        due_at: null,
        ended_at: toInstantText(NOW),
        ended_by: 'answer',
        answer_seconds: minutes * 60,
      })
      .execute();
  }
  expect(await learn(ZURAW)).toEqual({ minutes: 60 });
  expect(await learn({ ...ZURAW, supportNumber: 'ZZzz9999' })).toBeNull();
  await quick.discard();
});

test('every shop learns of the emergency page: on a host of its own where the settings name one', async () => {
  expect((await status(EXPIRED)).emergencyPage).toBe('http://localhost:4100/awaria');
  const elsewhere = await service({ emergencyUrl: 'https://awaria.example/' });
  const answer = await elsewhere.app.request('/api/v1/shop-status', post(ZURAW));
  expect(shopStatus.answer.parse(await answer.json()).emergencyPage).toBe('https://awaria.example/');
  await elsewhere.discard();
});

test('an expired shop learns its last day and keeps the topics that are always open', async () => {
  const answer = await status(EXPIRED);
  expect(answer.support).toEqual({ state: 'expired', lastDay: '2026-02-28', daysLeft: 0 });
  // Of a security hole, which alone is promised.
  expect(answer.promise.answerBy).toBe('2026-11-25T09:00:00Z');
  expect(answer.topics.map(({ id, promised }) => [id, promised])).toEqual([
    ['updates', false],
    ['security', true],
    ['renewal', false],
  ]);
});

test('a shop bought elsewhere learns that', async () => {
  expect((await status(RESOLD)).support).toEqual({ state: 'not-bought-directly', lastDay: null, daysLeft: null });
});

describe('where updates are (C3)', () => {
  const url = 'https://shopgold.example/konto';
  const BREACHED = { supportNumber: 'u6ToV1Zg', installUrl: 'https://zlamana-licencja.pl' };
  let told: Service;
  beforeAll(async () => {
    told = await service({ updates: url });
    await announceVersion(told.store, '10.5.0', NOW);
  });
  afterAll(() => told.discard());

  async function updates(shop: object, headers: Record<string, string> = {}) {
    const response = await told.app.request('/api/v1/shop-status', post(shop, headers));
    const { topics, version } = shopStatus.answer.parse(await response.json());
    return { topic: topics.find(({ id }) => id === 'updates'), version, links: topics.filter(({ link }) => link) };
  }

  test('is told with the topic to who bought directly: sign in with the account that bought it', async () => {
    const { topic, links } = await updates(ZURAW);
    expect(topic).toMatchObject({ covered: true, link: url });
    expect(topic?.note).toContain('po zalogowaniu na konto, z\u00a0którego kupiono sklep');
    expect((await updates(ZURAW, { 'Accept-Language': 'en' })).topic?.note).toContain(
      'the account that bought the shop',
    );
    expect(links).toHaveLength(1);
  });

  test('is not told after a breach of licence, and nobody recommends an update there', async () => {
    const { topic, version } = await updates({ ...BREACHED, shopVersion: '10.4.0' });
    expect(topic).toMatchObject({ covered: false });
    expect(topic?.link).toBeUndefined();
    expect(version).toBeNull();
  });

  test('is not told to a shop that was bought elsewhere, nor a version to update to', async () => {
    expect(await updates({ ...RESOLD, shopVersion: '10.1.0' })).toEqual({ topic: undefined, version: null, links: [] });
  });

  test('is nothing while the vendor names no page', async () => {
    const { topics } = await status(ZURAW);
    expect(topics.find(({ id }) => id === 'updates')).toMatchObject({ covered: true, note: null });
    expect(topics.some(({ link }) => link)).toBe(false);
  });
});

test('every unknown pair gets the same bytes, whatever version it names', async () => {
  const answers = await Promise.all([
    ask({ ...ZURAW, supportNumber: 'NieMaGo1' }),
    ask({ ...ZURAW, installUrl: 'https://example.org', shopVersion: '1.0' }),
    ask({ ...ZURAW, installUrl: 'to nie adres' }),
    ask({ ...EXPIRED, supportNumber: ZURAW.supportNumber, shopVersion: '10.4.2' }),
  ]);
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(bodies).size).toBe(1);
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ support: { state: 'unrecognised' }, topics: [], version: null });
});

describe('the language of topics and hours', () => {
  test.each([
    ['en-GB,en;q=0.9', 'Mon–Fri 8:00–16:00'],
    ['pl', 'pon.–pt. 8:00–16:00'],
    ['de', 'pon.–pt. 8:00–16:00'],
    ['pl-PL,pl;q=0.9,en;q=0.5', 'pon.–pt. 8:00–16:00'],
  ])('%s', async (language, hours) => {
    expect((await status(ZURAW, { 'Accept-Language': language })).opening.text).toBe(hours);
  });
});

describe('notices', () => {
  const titles = async (body: unknown, headers: Record<string, string> = {}) =>
    (await status(body, headers)).notices.map(({ title }) => title);

  beforeAll(async () => {
    const notice = { since: NOW, until: null, fromVersion: null, toVersion: null, english: null } as const;
    const english = { title: 'A hole', text: 'Update, please.' };
    const hole = { kind: 'advisory', title: 'Luka', text: 'Prosimy zaktualizować.', english } as const;
    for (const one of [
      { ...notice, kind: 'incident', title: 'Awaria', text: 'Naprawiamy.', since: NOW.subtract({ hours: 1 }) } as const,
      { ...notice, ...hole, fromVersion: '10.0', toVersion: '10.4.2' },
      { ...notice, kind: 'update', title: 'Jutro', text: 'Nowa wersja.', since: NOW.add({ hours: 24 }) } as const,
    ]) {
      expect(await addIncident(api.store, one, 'operator', NOW)).toMatchObject({ outcome: 'added' });
    }
  });

  test('are those that run and are about the version of the shop, incidents first (A2)', async () => {
    expect((await status({ ...ZURAW, shopVersion: '10.4.2' })).notices).toMatchObject([
      { kind: 'incident', title: 'Awaria', text: 'Naprawiamy.', since: '2026-11-22T08:00:00Z' },
      { kind: 'advisory', title: 'Luka', text: 'Prosimy zaktualizować.', since: '2026-11-22T09:00:00Z' },
    ]);
    expect(await titles({ ...ZURAW, shopVersion: '10.4.3' })).toEqual(['Awaria']);
  });

  test('reach a shop without support too, and nobody who is no shop of ours', async () => {
    expect(await titles({ ...EXPIRED, shopVersion: '10.1' })).toEqual(['Awaria', 'Luka']);
    expect(await titles({ ...ZURAW, supportNumber: 'NieMaGo1' })).toEqual([]);
  });

  test('are in English where they were written in it', async () => {
    expect(await titles({ ...ZURAW, shopVersion: '10.4.2' }, { 'Accept-Language': 'en' })).toEqual([
      'Awaria',
      'A hole',
    ]);
  });
});

test('unknown fields are refused', async () => {
  const response = await ask({ ...ZURAW, edition: 'PREMIUM' });
  expect(await response.json()).toMatchObject({
    code: 'invalid-request',
    errors: [{ path: 'edition', code: 'unknown-field' }],
  });
});

test('health tells live from ready', async () => {
  expect(await (await api.app.request('/health/live')).json()).toEqual({ status: 'live' });
  expect(await (await api.app.request('/health/ready')).json()).toEqual({ status: 'ready' });
});

test('what is not listed does not exist', async () => {
  const response = await api.app.request('/api/v1/nothing');
  expect([response.status, await response.json()]).toMatchObject([404, { code: 'not-found' }]);
});
