import { afterAll, beforeAll, expect, test } from 'vitest';
import { addIncident } from '../../../src/incidents/add-incident.ts';
import { MAIL } from '../../support/mail-settings.ts';
import { aTicket, EXPIRED, from, newKey, post, ZURAW } from '../../support/requests.ts';
import { service } from '../../support/service.ts';

const PATH = '/awaria';

let api: Awaited<ReturnType<typeof service>>;
beforeAll(async () => {
  api = await service();
});
afterAll(() => api.discard());

const GOOD = {
  ...ZURAW,
  facts: 'panel-down',
  description: 'Biała strona\r\nod rana.',
  email: 'anna@ksiegarnia-zuraw.pl',
  phone: '',
};

async function see(language = 'pl', of = api) {
  const response = await of.app.request(PATH, { headers: { 'Accept-Language': language } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The hidden fields of a form that was just shown. */
function hiddenIn(text: string) {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  return { key: value('key'), token: value('token') };
}

async function send(fields: Record<string, string>, { of = api, address = undefined as string | undefined } = {}) {
  const init = { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: 'null' } };
  const response = await of.app.request(PATH, init, from(address));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const fresh = async (fields: Record<string, string> = {}) => ({ ...GOOD, ...hiddenIn((await see()).text), ...fields });
const stored = (of = api) => of.store.selectFrom('tickets').selectAll().orderBy('sequence').execute();

test('telephone, hours and e-mail stand before the form, with when we open and when that was looked at', async () => {
  const { status, headers, text } = await see();
  expect(status).toBe(200);
  expect(text).toContain('href="tel:+48220000000"');
  for (const words of ['Teraz zamknięte', 'Otwieramy w poniedziałek 23 listopada o 8:00.', 'pon.–pt. 8:00–16:00'])
    expect(text).toContain(words);
  expect(text).toContain('mailto:pomoc@shopgold.pl?subject=Awaria%20sklepu&amp;body=Numer');
  expect(text).toContain('Sprawdzone w niedzielę 22 listopada o 10:00.');
  expect(text.indexOf('tel:')).toBeLessThan(text.indexOf('<form'));
  expect(headers.get('Content-Security-Policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
  );
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(text).not.toContain('<script');
  expect((await see('en')).text).toContain('Shop or panel down?');
});

test('who sent it is told where the answer comes: by e-mail only where letters go out', async () => {
  const told = async (of: typeof api) =>
    (await send({ ...GOOD, ...hiddenIn((await see('pl', of)).text) }, { of })).text;
  expect(await told(api)).toContain('Ten serwis nie wysyła e-maili. O odpowiedź pytaj, podając numer zgłoszenia.');
  const mailing = await service({ mail: MAIL });
  const text = await told(mailing);
  expect(text).toContain('Odpowiedź wyślemy na adres anna@ksiegarnia-zuraw.pl.');
  expect(text).not.toContain('nie wysyła e-maili');
  await mailing.discard();
});

test('inside hours it says that we are there; what goes on now stands with its time', async () => {
  const open = await service();
  open.clock.now = Temporal.Instant.from('2026-11-23T09:00:00Z');
  const words = { english: null, until: null, fromVersion: null, toVersion: null, since: open.clock.now };
  const incident = { ...words, kind: 'incident', title: 'Przerwa w <płatnościach>', text: 'Szukamy.' } as const;
  await addIncident(open.store, incident, 'operator', open.clock.now);
  const { text } = await see('pl', open);
  expect(text).toContain('Teraz otwarte');
  expect(text).not.toContain('Otwieramy');
  expect(text).toContain('Trwa: Przerwa w &lt;płatnościach&gt; (zaczęło się w poniedziałek 23 listopada o 10:00).');
  await open.discard();
});

test('the form opens a ticket as the API does: an outage, of a form; sent twice it is one', async () => {
  const form = await fresh({ phone: ' +48 600 100 200 ' });
  const sent = await send(form);
  expect(sent.status).toBe(201);
  const ticket = (await stored()).at(-1);
  expect(sent.text).toContain(`Przyjęliśmy zgłoszenie nr ${ticket?.number}`);
  expect(sent.text).toContain('Odpowiemy najpóźniej w środę 25 listopada o 10:00.');
  expect(ticket).toMatchObject({
    channel: 'form',
    proof: 'unverified',
    topic: 'outage',
    subject: 'Awaria: panel nie działa',
    outage_facts: '["panel-down"]',
    contact_phone: '+48 600 100 200',
    language: 'pl',
  });
  const again = await send(form);
  expect([again.status, again.text]).toEqual([201, sent.text]);
  expect((await stored()).at(-1)?.number).toBe(ticket?.number);
  const other = await send({ ...form, description: 'Coś innego.' });
  expect(other.status).toBe(422);
  expect(other.text).toContain('Coś innego.');
  expect((await send({ ...form, ...hiddenIn(other.text) })).status).toBe(201);
});

test('errors stand at their fields, in Polish, and everything typed is kept', async () => {
  const typed = await fresh({ supportNumber: 'x', installUrl: '', facts: '', email: 'anna@', description: 'Nic.' });
  const before = (await stored()).length;
  const { status, text } = await send(typed);
  expect(status).toBe(422);
  for (const [field, words] of Object.entries({
    supportNumber: 'Numer ma od 4 do 32 liter i cyfr.',
    installUrl: 'Wpisz adres sklepu.',
    facts: 'Zaznacz, co nie działa.',
    email: 'To nie wygląda na adres e-mail',
  })) {
    expect(text).toContain(`<a href="#${field}">${words}`);
    expect(text).toMatch(new RegExp(`id="${field}-error">${words}`));
  }
  expect(text).not.toContain('id="description-error"');
  expect(text).toMatch(/value="anna@"[^>]*aria-invalid="true"/);
  expect(text).toContain('>\nNic.</textarea>');
  expect(hiddenIn(text)).toEqual({ key: typed.key, token: typed.token });
  const unknown = await send({ ...typed, ...GOOD, supportNumber: 'Zz99Zz99' });
  expect(unknown.status).toBe(403);
  expect(unknown.text).toContain('Nie znamy sklepu o tym numerze i adresie.');
  expect(unknown.text).toMatch(/value="panel-down" checked/);
  expect((await stored()).length).toBe(before);
});

test('what is typed never becomes HTML', async () => {
  const bad = '"><script>alert(1)</script></textarea><img src=x>';
  const { text } = await send({
    supportNumber: bad,
    installUrl: bad,
    description: bad,
    email: bad,
    phone: bad,
    key: bad,
  });
  expect(text).not.toMatch(/<script|<img/);
  expect(text.match(/&lt;script&gt;/g)).toHaveLength(5);
});

test('a shop that may not open it, another shape, and one too many get the page with the telephone', async () => {
  const expired = await send(await fresh(EXPIRED));
  expect(expired.status).toBe(403);
  expect(expired.text).toContain('Ten sklep nie ma dziś pomocy technicznej');
  const json = await api.app.request(PATH, { ...post(aTicket()), headers: { 'Content-Type': 'application/json' } });
  expect(json.status).toBe(415);
  const long = await send({ ...GOOD, description: 'x'.repeat(300_000) });
  expect(long.status).toBe(413);
  const limited = await service({ rateLimits: true });
  const statuses = [];
  // Counted together with the tickets of the API.
  for (let tried = 0; tried < 60; tried++) {
    const init = post(tried === 0 ? aTicket() : {}, { 'Idempotency-Key': newKey() });
    statuses.push((await limited.app.request('/api/v1/tickets', init, from('203.0.113.9'))).status);
  }
  expect(statuses).not.toContain(429);
  const refused = await send(
    { ...GOOD, ...hiddenIn((await see('pl', limited)).text) },
    { of: limited, address: '203.0.113.9' },
  );
  expect(refused.status).toBe(429);
  expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/);
  for (const { text } of [expired, long, refused, { text: await json.text() }]) {
    expect(text).toContain('href="tel:+48220000000"');
    expect(text).toContain('pon.–pt. 8:00–16:00');
  }
  expect(refused.text).toContain('Biała strona\nod rana.');
  await limited.discard();
});

test('while the store cannot be read the page still says how to reach us, and offers no form', async () => {
  const broken = await service();
  await broken.store.destroy();
  const { status, text } = await see('pl', broken);
  expect(status).toBe(200);
  expect(text).toContain('href="tel:+48220000000"');
  expect(text).toContain('Formularz teraz nie działa.');
  expect(text).not.toContain('<form');
  const sent = await send({ ...GOOD, key: 'k'.repeat(43), token: 't'.repeat(43) }, { of: broken });
  expect(sent.status).toBeGreaterThanOrEqual(500);
  expect(sent.text).toContain('Biała strona\nod rana.');
});

test('the log has the route and nothing that was typed', async () => {
  await send(await fresh());
  const log = api.logLines.join('\n');
  expect(log).toContain('"route":"/awaria"');
  for (const typed of [GOOD.supportNumber, GOOD.email, 'Biała']) expect(log).not.toContain(typed);
});
