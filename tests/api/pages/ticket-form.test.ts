import { afterAll, beforeAll, expect, test } from 'vitest';
import { formReceiptPage } from '../../../src/api/pages/ticket-form-page.ts';
import { waysOf } from '../../../src/tickets/how-to-reach-us.ts';
import { PNG } from '../../support/customer.ts';
import { MAIL } from '../../support/mail-settings.ts';
import { aTicket, EXPIRED, from, newKey, post, RESOLD, ZURAW } from '../../support/requests.ts';
import { FIRST_SETTINGS, NOW, service } from '../../support/service.ts';

const PATH = '/zgloszenie/prosty';

let api: Awaited<ReturnType<typeof service>>;
beforeAll(async () => {
  api = await service();
});
afterAll(() => api.discard());

const GOOD = {
  ...ZURAW,
  topic: 'configuration',
  subject: 'Darmowa dostawa',
  description: 'Gdzie ustawić próg?\r\nTylko dla paczkomatów.',
  email: 'anna@ksiegarnia-zuraw.pl',
};

async function see(language = 'pl', of = api, path = PATH) {
  const response = await of.app.request(path, { headers: { 'Accept-Language': language } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** What stands in the form that was just shown and is sent along: its keys and the files that are kept. */
function hiddenIn(text: string) {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  const kept = value('kept');
  return { key: value('key'), token: value('token'), ...(kept && { kept }) };
}

const file = (name: string, content: Uint8Array | string = PNG) => new File([content as BlobPart], name);

async function send(
  fields: Record<string, string>,
  { files = [] as File[], of = api, address = undefined as string | undefined } = {},
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const one of files.length > 0 ? files : [file('', '')]) body.append('files', one);
  const response = await of.app.request(PATH, { method: 'POST', body, headers: { Origin: 'null' } }, from(address));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const fresh = async (fields: Record<string, string> = {}) => ({ ...GOOD, ...hiddenIn((await see()).text), ...fields });
const stored = (of = api) => of.store.selectFrom('tickets').selectAll().orderBy('sequence').execute();
const filesOf = (number = '') =>
  api.store
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .select(['uploads.name', 'uploads.bytes'])
    .where('ticket_number', '=', number)
    .execute();

test('number and address come first; once they are known, the form says which shop it is, and what it may choose', async () => {
  const { status, headers, text } = await see();
  expect(status).toBe(200);
  for (const words of ['Numer pomocy technicznej', 'Adres sklepu', '>Dalej<', 'pon.–pt. 8:00–16:00'])
    expect(text).toContain(words);
  expect(text).not.toContain('name="description"');
  expect(text).not.toContain('<script');
  expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; .*form-action 'self'/);
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  const checked = await send({ ...ZURAW, ...hiddenIn(text), step: 'check' });
  expect(checked.status).toBe(200);
  expect(checked.text).toMatch(/ksiegarnia-zuraw\.pl, pomoc do \d+ \p{L}+ \d{4}/u);
  expect(checked.text).toContain('<option value="configuration">');
  expect(checked.text).toContain('Odpowiemy najpóźniej w środę 25 listopada o 10:00');
  expect(hiddenIn(checked.text)).toEqual(hiddenIn(text));
  const expired = await send({ ...EXPIRED, ...hiddenIn(text), step: 'check' });
  expect(expired.text).toContain('pomoc skończyła się');
  expect(expired.text).toContain('<option value="security">');
  expect(expired.text).not.toContain('<option value="configuration">');
  const foreign = await send({ ...RESOLD, ...hiddenIn(text), step: 'check' });
  expect(foreign.text).toContain('był kupiony u innego sprzedawcy');
  expect((await see('en')).text).toContain('Write to technical support');
});

test('the form opens a ticket as the API does: of a form, with its files; sent twice it is one', async () => {
  const form = await fresh();
  const files = [file('zrzut.png'), file('log.txt', 'raz\ndwa')];
  const sent = await send(form, { files });
  expect(sent.status).toBe(201);
  const ticket = (await stored()).at(-1);
  expect(sent.text).toContain(`Przyjęliśmy zgłoszenie nr ${ticket?.number}`);
  expect(sent.text).toContain('Odpowiemy najpóźniej w środę 25 listopada o 10:00');
  expect(sent.text).toContain('Ten serwis nie wysyła e-maili.');
  expect(ticket).toMatchObject({ channel: 'form', proof: 'unverified', topic: 'configuration', subject: GOOD.subject });
  expect(await filesOf(ticket?.number)).toEqual([
    { name: 'zrzut.png', bytes: PNG.length },
    { name: 'log.txt', bytes: 7 },
  ]);
  const again = await send(form, { files });
  expect([again.status, again.text]).toEqual([201, sent.text]);
  expect((await stored()).at(-1)?.number).toBe(ticket?.number);
  const other = await send({ ...form, description: 'Coś innego.' });
  expect(other.status).toBe(422);
  expect(other.text).toContain('Coś innego.');
  expect((await send({ ...form, ...hiddenIn(other.text) })).status).toBe(201);
});

test('where letters go out, the receipt says to which address', async () => {
  const mailing = await service({ mail: MAIL });
  const seen = await see('en', mailing);
  const checked = await send({ ...ZURAW, ...hiddenIn(seen.text), step: 'check' }, { of: mailing });
  expect(checked.text).toContain('Tu wyślemy odpowiedź.');
  expect((await send({ ...ZURAW, ...hiddenIn(seen.text), step: 'check' })).text).not.toContain('Tu wyślemy');
  expect(seen.text).toContain('Lost the link');
  expect((await see('en')).text).not.toContain('Lost the link');
  const { text } = await send({ ...GOOD, ...hiddenIn(seen.text) }, { of: mailing });
  expect(text).toContain('Odpowiedź wyślemy na adres anna@ksiegarnia-zuraw.pl.');
  await mailing.discard();
});

test('a ticket without a promise says so', () => {
  const ways = waysOf(FIRST_SETTINGS, NOW, 'pl');
  const { vendor } = FIRST_SETTINGS;
  const standing = { isTaking: true, ongoing: [], at: NOW } as const;
  const around = { language: 'pl', ways, vendor, isMailed: true, standing } as const;
  const received = { receivedAt: NOW.toString(), answerBy: null };
  const ticket = { number: '1000015', status: 'new', channel: 'form', ...received } as const;
  const text = formReceiptPage(around, ticket, GOOD.email);
  expect(text).toContain('Terminu odpowiedzi nie podajemy.');
  expect(text).not.toContain('Odpowiemy najpóźniej');
});

test('errors stand at their fields; what was typed stays, and so do the files', async () => {
  const typed = await fresh({ topic: 'wymyślony', subject: 'x', email: 'anna@', description: 'Nic <b>nie</b> widać.' });
  const before = (await stored()).length;
  const files = [file('zrzut.png'), file('program.exe', new Uint8Array([0x4d, 0x5a, 0, 0xff])), file('pusty.txt', '')];
  const { status, text } = await send(typed, { files });
  expect(status).toBe(422);
  for (const [field, words] of Object.entries({
    files: 'program.exe: przyjmujemy zdjęcia',
    subject: 'Tytuł ma co najmniej 3 znaki',
    topic: 'Wybierz z listy.',
    email: 'To nie wygląda na adres e-mail',
  })) {
    expect(text).toContain(`<a href="#${field}">${words}`);
    expect(text).toMatch(new RegExp(`id="${field}-error">${words}`));
  }
  expect(text).toContain('>\nNic &lt;b&gt;nie&lt;/b&gt; widać.</textarea>');
  expect(text).toMatch(/name="kept" value="[\w-]{22} zrzut\.png" checked/);
  expect((await stored()).length).toBe(before);
  const mended = await send({ ...GOOD, ...hiddenIn(text) });
  expect(mended.status).toBe(201);
  expect(await filesOf((await stored()).at(-1)?.number)).toEqual([{ name: 'zrzut.png', bytes: PNG.length }]);
  expect(text).toContain('<li><a href="#files">pusty.txt: plik jest pusty.</a></li>');
  expect(text).toMatch(/id="files-error">program\.exe: [^<]*<br>pusty\.txt: plik jest pusty\.</);
  const many = await send(await fresh(), { files: [1, 2, 3, 4, 5, 6].map((n) => file(`${n}.txt`, `${n}`)) });
  expect(many.status).toBe(422);
  expect(many.text).toContain('Do zgłoszenia możesz dodać 5 plików.');
});

test('an unknown shop is told nothing but that; the text stays, and of the files the truth is said', async () => {
  const typed = await fresh({ supportNumber: 'Zz99Zz99' });
  const { status, text } = await send(typed, { files: [file('zrzut.png')] });
  expect(status).toBe(403);
  expect(text).toContain('Nie znamy sklepu o tym numerze i adresie.');
  expect(text.match(/<li><a/g)).toHaveLength(1);
  expect(text).toContain('<option value="configuration" selected>');
  expect(text).toContain('Tekst został. Pliki dodaj jeszcze raz.');
  expect(text).toContain('Gdzie ustawić próg?\nTylko dla paczkomatów.');
  const empty = await send({ ...hiddenIn(text), supportNumber: '', installUrl: '', step: 'check' });
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('Wpisz adres sklepu.');
  expect(empty.text).not.toContain('name="description"');
});

test('of a form that is too large the files alone are refused', async () => {
  const early = await send(await fresh({ email: '' }), { files: [file('maly.txt', 'raz')] });
  const large = new Uint8Array(6_000_000).fill(65);
  const typed = { ...GOOD, ...hiddenIn(early.text) };
  const { status, text } = await send(typed, { files: [1, 2, 3].map((n) => file(`${n}.txt`, large)) });
  expect(status).toBe(413);
  expect(text).toContain('<li><a href="#files">Pliki mają razem ponad 10 MB. Dodaj mniejsze albo mniej.</a></li>');
  expect(text).toContain('Tekst został. Pliki dodaj jeszcze raz.');
  expect(text).toContain('Gdzie ustawić próg?\nTylko dla paczkomatów.');
  expect(text).toContain('<option value="configuration" selected>');
  expect(hiddenIn(text)).toEqual(hiddenIn(early.text));
  expect((await send({ ...GOOD, ...hiddenIn(text) })).status).toBe(201);
  expect(await filesOf((await stored()).at(-1)?.number)).toEqual([{ name: 'maly.txt', bytes: 3 }]);
});

test('an outage is asked what is down, and is then one as on the emergency page', async () => {
  const asked = await send(await fresh({ topic: 'outage' }), { files: [file('zrzut.png')] });
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('<li><a href="#facts">Zaznacz, co nie działa.</a></li>');
  expect(asked.text).toContain('Awarię najszybciej zgłosisz telefonem: <a href="tel:');
  const sent = await send({ ...GOOD, ...hiddenIn(asked.text), topic: 'outage', facts: 'shop-down' });
  expect(sent.status).toBe(201);
  expect(sent.text).toContain('Awarie obsługujemy przed innymi zgłoszeniami.');
  const ticket = (await stored()).at(-1);
  expect(ticket).toMatchObject({ topic: 'outage', queue_outage: 1, subject: GOOD.subject });
  expect(await filesOf(ticket?.number)).toHaveLength(1);
  await send(await fresh({ facts: 'shop-down' }));
  expect((await stored()).at(-1)).toMatchObject({ topic: 'configuration', queue_outage: 0 });
});

test('files of another form cannot be named', async () => {
  const first = await send(await fresh({ email: '' }), { files: [file('cudzy.txt', 'tajne')] });
  const { kept = '' } = hiddenIn(first.text);
  expect(kept).not.toBe('');
  const stolen = await send(await fresh({ kept }));
  expect(stolen.status).toBe(422);
  expect(stolen.text).toContain('Pliki dodaj jeszcze raz.');
  expect(stolen.text).not.toContain('name="kept"');
});

test('too often, too long, another shape and a store that fails get the page, and the text as far as it was read', async () => {
  const json = await api.app.request(PATH, { ...post(aTicket()), headers: { 'Content-Type': 'application/json' } });
  expect(json.status).toBe(415);
  const broken = await api.app.request(PATH, {
    ...post({}),
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
  });
  expect(broken.status).toBe(415);
  const long = await send({ ...GOOD, description: 'x'.repeat(11_000_000) });
  expect(long.status).toBe(413);
  const limited = await service({ rateLimits: true });
  // Counted together with the tickets of the API.
  for (let tried = 0; tried < 60; tried++) {
    const init = post(tried === 0 ? aTicket() : {}, { 'Idempotency-Key': newKey() });
    await limited.app.request('/api/v1/tickets', init, from('203.0.113.9'));
  }
  const refused = await send(
    { ...GOOD, ...hiddenIn((await see('pl', limited)).text) },
    { of: limited, address: '203.0.113.9', files: [file('zrzut.png')] },
  );
  expect(refused.status).toBe(429);
  expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/);
  await limited.store.destroy();
  const failed = await send({ ...GOOD, key: 'k'.repeat(43), token: 't'.repeat(43) }, { of: limited });
  expect(failed.status).toBeGreaterThanOrEqual(500);
  for (const { text } of [refused, failed]) expect(text).toContain('Gdzie ustawić próg?\nTylko dla paczkomatów.');
  expect(refused.text).toContain('Pliki dodaj jeszcze raz.');
  expect(failed.text).toContain('Formularz teraz nie działa.');
  await limited.discard();
});

test('tries at shops are counted as those of the API', async () => {
  const limited = await service({ rateLimits: true });
  const statuses = [];
  for (let tried = 0; tried < 21; tried++) {
    const typed = { ...ZURAW, supportNumber: `Zz99Zz${tried}`, step: 'check' };
    statuses.push((await send(typed, { of: limited, address: '203.0.113.8' })).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 403), 429]);
  await limited.discard();
});

test('the page with the widget has the form without a script in it, and a policy for its own script alone', async () => {
  const { status, headers, text } = await see('en', api, '/zgloszenie');
  expect(status).toBe(200);
  const [, script = ''] = /<script>(.*?)<\/script>/s.exec(text) ?? [];
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(script))).toString('base64');
  expect(headers.get('Content-Security-Policy')).toContain(`script-src 'self' 'sha256-${hash}'; connect-src 'self'`);
  expect(text).toContain('<script async src="/pomoc.js" data-launcher="none" data-lang="en"></script>');
  expect(text).toMatch(/<noscript>[\s\S]*action="\/zgloszenie\/prosty"[\s\S]*<\/noscript>/);
});
