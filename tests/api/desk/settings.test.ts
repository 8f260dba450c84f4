import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listDeskMacros } from '../../../src/contract/desk/list-macros.ts';
import { type DeskSettings, readDeskSettings, readSettingsHistory } from '../../../src/contract/desk/settings.ts';
import { shopStatus } from '../../../src/contract/shops/shop-status.ts';
import { openStore } from '../../../src/store/open.ts';
import { announceVersion } from '../../../src/vendor-settings/announce-version.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { post, ZURAW } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api, 'Ola Nowak', 'ola@shopgold.pl', 'admin');
});
afterEach(() => api.discard());

async function read(agent = ola): Promise<DeskSettings> {
  return readDeskSettings.answer.parse(await (await agent.ask('/settings')).json());
}

async function history(query = '') {
  return readSettingsHistory.answer.parse(await (await ola.ask(`/settings/history${query}`)).json());
}

function set(name: string, from: string | null, to: string | null): Promise<Response> {
  return ola.tell('/settings', { changes: [{ name, from, to }] });
}

async function shopHears() {
  const response = await api.app.request('/api/v1/shop-status', post(ZURAW));
  return shopStatus.answer.parse(await response.json());
}

const HOURS = 'mon-fri 08:00-16:00';

test('until somebody changes them the environment’s values stand, and nobody set them', async () => {
  const { settings, currentVersion } = await read();
  expect(settings).toEqual([
    { name: 'opening-hours', value: HOURS, changed: null },
    { name: 'email', value: 'pomoc@shopgold.pl', changed: null },
    { name: 'phone', value: '+48 22 000 00 00', changed: null },
    { name: 'rules', value: null, changed: null },
    { name: 'renewal', value: null, changed: null },
    { name: 'privacy', value: null, changed: null },
    { name: 'updates', value: null, changed: null },
    { name: 'second-factor', value: 'optional', changed: null },
    { name: 'signature', value: null, changed: null },
  ]);
  expect(currentVersion).toBeNull();
});

describe('a change reaches shops with the next answer', () => {
  test('hours and contacts', async () => {
    expect((await shopHears()).opening).toMatchObject({ text: 'pon.–pt. 8:00–16:00' });
    const changes = [
      { name: 'opening-hours', from: HOURS, to: 'mon-fri 09:00-17:00, sun 10:00-12:00' },
      { name: 'phone', from: '+48 22 000 00 00', to: null },
      { name: 'rules', from: null, to: 'https://shopgold.pl/zasady' },
    ];
    expect((await ola.tell('/settings', { changes })).status).toBe(204);
    const { opening, contacts } = await shopHears();
    expect(opening).toMatchObject({ text: 'pon.–pt. 9:00–17:00, niedz. 10:00–12:00', openNow: true });
    expect(contacts).toMatchObject({ email: 'pomoc@shopgold.pl', phone: null, rules: 'https://shopgold.pl/zasady' });
    expect((await read()).settings[2]).toEqual({
      name: 'phone',
      value: null,
      changed: { at: '2026-11-22T09:00:00.000Z', by: { id: ola.id, name: 'Ola Nowak' } },
    });
  });

  test('the loader, which has the address written in', async () => {
    const loader = async () => (await api.app.request('/pomoc.js')).text();
    expect(await loader()).toContain('pomoc@shopgold.pl');
    const before = (await api.app.request('/pomoc.js')).headers.get('ETag');
    await set('email', 'pomoc@shopgold.pl', 'help@shopgold.pl');
    expect(await loader()).toContain('help@shopgold.pl');
    expect((await api.app.request('/pomoc.js')).headers.get('ETag')).not.toBe(before);
  });

  test('the loader, which has telephone and hours for when this service is silent', async () => {
    const loader = async () => (await api.app.request('/pomoc.js')).text();
    expect(await loader()).toContain('phone:"+48 22 000 00 00",hours:"mon-fri 08:00-16:00"');
    await set('phone', '+48 22 000 00 00', null);
    await set('opening-hours', HOURS, 'mon-fri 09:00-17:00');
    expect(await loader()).toContain('phone:"",hours:"mon-fri 09:00-17:00"');
  });

  test('another process, too', async () => {
    const other = await openStore(api.url);
    await other
      .insertInto('settings')
      .values({
        name: 'email',
        value: 'inny@shopgold.pl',
        changed_by: 'operator',
        changed_at: '2026-11-22T09:00:00.000Z',
      })
      .execute();
    await other.destroy();
    expect((await shopHears()).contacts.email).toBe('inny@shopgold.pl');
    expect(await (await api.app.request('/pomoc.js')).text()).toContain('inny@shopgold.pl');
    expect((await read()).settings[1]?.changed?.by).toEqual({ id: 'operator', name: null });
  });

  test('a start of the service', async () => {
    await set('email', 'pomoc@shopgold.pl', 'help@shopgold.pl');
    await api.restart();
    expect((await shopHears()).contacts.email).toBe('help@shopgold.pl');
  });
});

test('the loader is served with the last known address while the store does not answer', async () => {
  await set('email', 'pomoc@shopgold.pl', 'help@shopgold.pl');
  expect(await (await api.app.request('/pomoc.js')).text()).toContain('help@shopgold.pl');
  await api.store.destroy();
  const response = await api.app.request('/pomoc.js');
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('help@shopgold.pl')]);
});

test('one setting is changed once in a list', async () => {
  const from = 'pomoc@shopgold.pl';
  const changes = ['help@shopgold.pl', 'inny@shopgold.pl'].map((to) => ({ name: 'email', from, to }));
  expect((await ola.tell('/settings', { changes })).status).toBe(422);
  expect(await (await api.app.request('/pomoc.js')).text()).toContain(from);
});

test('however many ask for the loader at once, the store is asked once for advisories and once for settings', async () => {
  await set('email', 'pomoc@shopgold.pl', 'help@shopgold.pl');
  const reads = vi.spyOn(api.store, 'selectFrom');
  const loaders = await Promise.all(Array.from({ length: 50 }, () => api.app.request('/pomoc.js')));
  expect(reads.mock.calls).toEqual([['notices'], ['settings']]);
  for (const loader of loaders) expect(await loader.text()).toContain('help@shopgold.pl');
});

test('over a value that is newer than what was seen nothing is written, of all changes', async () => {
  await set('email', 'pomoc@shopgold.pl', 'help@shopgold.pl');
  const changes = [
    { name: 'rules', from: null, to: 'https://shopgold.pl/zasady' },
    { name: 'email', from: 'pomoc@shopgold.pl', to: 'inny@shopgold.pl' },
  ];
  const response = await ola.tell('/settings', { changes });
  expect([response.status, await response.json()]).toMatchObject([409, { code: 'conflict' }]);
  const { contacts } = await shopHears();
  expect(contacts).toMatchObject({ email: 'help@shopgold.pl', rules: null });
  // The same change again, as after an answer that got lost, is no conflict.
  expect((await set('email', 'pomoc@shopgold.pl', 'help@shopgold.pl')).status).toBe(204);
});

describe('a value that cannot be used is refused', () => {
  test.each<[string, string | null]>([
    ['opening-hours', null],
    ['opening-hours', ''],
    ['opening-hours', 'pon-pt 8-16'],
    ['opening-hours', 'mon-fri 16:00-08:00'],
    ['opening-hours', 'mon-fri 08:00-16:00, fri 15:00-18:00'],
    ['email', null],
    ['email', 'pomoc'],
    ['email', '`+alert(1)+`@shopgold.pl'],
    ['email', "a'b@shopgold.pl"],
    ['email', `${'a'.repeat(250)}@shopgold.pl`],
    ['phone', ''],
    ['phone', ' +48 22'],
    ['phone', '+48\n22'],
    ['phone', 'x'.repeat(101)],
    ['phone', '\ud800'],
    ['rules', '/zasady'],
    ['renewal', 'javascript:alert(1)'],
    ['privacy', 'data:text/html,x'],
    ['signature', 'Pozdrawiam\n'],
    ['signature', 'Pozdrawiam\u0007'],
    ['signature', 'x'.repeat(301)],
    ['privacy', 'ftp://shopgold.pl'],
  ])('%s=%j', async (name, to) => {
    const values = new Map(
      (await read()).settings.map((setting): [string, string | null] => [setting.name, setting.value]),
    );
    const response = await set(name, values.get(name) ?? null, to);
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { errors: [{ path: name, code: 'wrong-format' }] },
    ]);
    expect((await history()).entries).toEqual([]);
  });

  test.each([{ changes: [] }, { changes: [{ name: 'secret-key', from: null, to: 'x' }] }, {}])('%j', async (body) => {
    expect((await ola.tell('/settings', body)).status).toBe(422);
  });
});

test('an agent who is no admin sees the settings and changes none', async () => {
  const jan = await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl');
  expect((await read(jan)).settings).toHaveLength(9);
  const changes = [{ name: 'phone', from: '+48 22 000 00 00', to: null }];
  for (const refused of [
    await jan.tell('/settings', { changes }),
    await jan.tell('/version', { version: '10.5.0', from: null }),
  ]) {
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'forbidden' }]);
  }
  expect((await shopHears()).contacts.phone).toBe('+48 22 000 00 00');
});

test('the signature has several lines, comes with the ready texts, is in the history, and may be emptied', async () => {
  const offered = async () => listDeskMacros.answer.parse(await (await ola.ask('/macros')).json()).signature;
  expect(await offered()).toBeNull();
  expect((await set('signature', null, 'Pozdrawiam\n{agent}')).status).toBe(204);
  expect(await offered()).toBe('Pozdrawiam\n{agent}');
  expect((await set('signature', 'Pozdrawiam\n{agent}', null)).status).toBe(204);
  expect(await offered()).toBeNull();
  expect((await history()).entries.map(({ subject, from, to }) => [subject, from, to])).toEqual([
    ['signature', 'Pozdrawiam\n{agent}', null],
    ['signature', null, 'Pozdrawiam\n{agent}'],
  ]);
});

describe('the current version', () => {
  test('is announced over the one that was seen, and over no other (A1)', async () => {
    expect((await ola.tell('/version', { version: '10.5.0', from: null })).status).toBe(204);
    expect((await read()).currentVersion).toBe('10.5.0');
    await announceVersion(api.store, '10.5.1', NOW);
    const refused = await ola.tell('/version', { version: '10.6.0', from: '10.5.0' });
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'conflict' }]);
    expect((await read()).currentVersion).toBe('10.5.1');
  });

  test('announced twice by the same press is announced once', async () => {
    for (let press = 0; press < 2; press++) {
      expect((await ola.tell('/version', { version: '10.5.0', from: null })).status).toBe(204);
    }
    expect(await api.store.selectFrom('releases').selectAll().execute()).toHaveLength(1);
  });

  test.each(['10', '10.5.0.1.2'])('may be %s', async (version) => {
    expect((await ola.tell('/version', { version, from: null })).status).toBe(204);
  });

  test.each(['', 'v10', '10.', '1.2.3.4.5.6', '<b>'])('may not be %j', async (version) => {
    expect((await ola.tell('/version', { version, from: null })).status).toBe(422);
  });
});

describe('the history', () => {
  test('says who changed what, when, from what to what, the newest first', async () => {
    await set('email', 'pomoc@shopgold.pl', 'help@shopgold.pl');
    api.clock.now = NOW.add({ minutes: 5 });
    await ola.tell('/version', { version: '10.5.0', from: null });
    await ola.tell('/macros/greeting', {
      title: 'Powitanie',
      text: 'Dzień dobry!',
      status: null,
      followUp: null,
      version: 1,
    });
    await announceVersion(api.store, '10.5.1', NOW);
    const { entries, next } = await history();
    const by = { id: ola.id, name: 'Ola Nowak' };
    expect(next).toBeNull();
    expect(entries.map(({ id: _, at: __, ...entry }) => entry)).toEqual([
      {
        by: { id: 'operator', name: null },
        action: 'version.announced',
        subject: null,
        from: '10.5.0',
        to: '10.5.1',
      },
      { by, action: 'macro.changed', subject: 'Powitanie', from: null, to: null },
      { by, action: 'version.announced', subject: null, from: null, to: '10.5.0' },
      { by, action: 'settings.changed', subject: 'email', from: 'pomoc@shopgold.pl', to: 'help@shopgold.pl' },
    ]);
    expect(entries.at(-1)?.at).toBe('2026-11-22T09:00:00.000Z');
    expect(entries[1]?.at).toBe('2026-11-22T09:05:00.000Z');
  });

  test('comes fifty at a time, each entry once', async () => {
    for (let round = 0; round < 103; round++) await announceVersion(api.store, `10.${round}`, NOW);
    const seen: (string | null)[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof history>> = await history(cursor && `?cursor=${cursor}`);
      expect(page.entries.length).toBeLessThanOrEqual(50);
      seen.push(...page.entries.map(({ to }) => to));
      cursor = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 103 }, (_, round) => `10.${102 - round}`));
    expect((await ola.ask('/settings/history?cursor=x')).status).toBe(422);
  });
});
