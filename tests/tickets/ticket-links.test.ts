import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTicketLink } from '../../src/contract/tickets/ticket-link.ts';
import { linkKey, unsubscribeKey } from '../../src/identity/mail-marks.ts';
import { sweepExpired } from '../../src/identity/sweep-expired.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { findMailAddress } from '../../src/store/mail-addresses.ts';
import { mergeTickets } from '../../src/tickets/merge-tickets.ts';
import { moveTicket } from '../../src/tickets/move-ticket.ts';
import { readDeskTicket } from '../../src/tickets/read-desk-ticket.ts';
import { makeTicketCode, revokeLinksByAgent } from '../../src/tickets/ticket-links.ts';
import { aCustomer, Customer, newUploadId, PNG, putPart } from '../support/customer.ts';
import { MAIL } from '../support/mail-settings.ts';
import { from, newKey, post, ROWERY } from '../support/requests.ts';
import { MARK_KEY, NOW, type Service, service } from '../support/service.ts';

const ANNA = 'Anna@ksiegarnia-zuraw.pl';
const LINK = '/api/v1/ticket-links';

let api: Service;
let anna: Customer;
beforeEach(async () => {
  api = await service({ mail: MAIL });
  anna = await aCustomer(api, { contact: { email: ANNA, name: 'Anna', phone: '600 000 000' } });
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now, markKey: MARK_KEY });
const agent = (number: string) => ({ number, actor: 'a_1', author: 'Marek' });

const exchange = async (body: object) => api.app.request(LINK, post(body));

/** Whoever pressed the link of a letter about this ticket. */
async function byLink(number: string): Promise<Customer> {
  const response = await exchange({ number, key: linkKey(MARK_KEY, number, 1) });
  expect(response.status).toBe(201);
  return new Customer(api, number, openTicketLink.answer.parse(await response.json()).session);
}

async function actionsOf(number: string): Promise<string[]> {
  const rows = await api.store.selectFrom('audit').select('action').where('ticket_number', '=', number).execute();
  return rows.map(({ action }) => action);
}

test('a link reads the ticket, answers with a file and solves it; an agent sees which way that came', async () => {
  const reader = await byLink(anna.number);
  expect((await reader.read()).subject).toBe('Darmowa dostawa od 200 zł');
  const id = newUploadId();
  expect((await putPart(api, PNG, { id, bearer: reader.token })).status).toBe(200);
  expect((await reader.write('Tak to wygląda.', [id])).status).toBe(201);
  expect((await anna.write('A to z panelu.')).status).toBe(201);
  expect((await reader.move('solved')).status).toBe(200);
  const seen = await readDeskTicket(api.store, anna.number, NOW);
  expect(seen?.messages.map(({ via, attachments }) => [via, attachments.length])).toEqual([
    [null, 0],
    ['link', 1],
    [null, 0],
  ]);
  expect(seen?.ticket.status).toBe('solved');
});

test('an agent sees who came by a link that was passed on or by the code: neither has shown that the mailbox is theirs', async () => {
  const { url } = (await (await anna.ask('/link', post({}))).json()) as { url: string };
  const { code } = (await makeTicketCode(deps(), agent(anna.number))) ?? {};
  for (const shown of [{ key: url.slice(-32) }, { code }]) {
    const opened = openTicketLink.answer.parse(await (await exchange({ number: anna.number, ...shown })).json());
    const written = await new Customer(api, anna.number, opened.session).write('Dopisuję.');
    expect(written.status).toBe(201);
  }
  const seen = await readDeskTicket(api.store, anna.number, NOW);
  expect(seen?.messages.map(({ via }) => via)).toEqual([null, 'handed', 'code']);
});

test('a link’s file begins without the shop being named, and is for its own ticket only', async () => {
  const reader = await byLink(anna.number);
  const id = newUploadId();
  const unnamed = {
    method: 'PUT',
    body: new Uint8Array(PNG),
    headers: {
      Authorization: `Bearer ${reader.token}`,
      'Content-Range': `bytes 0-${PNG.length - 1}/${PNG.length}`,
      'X-File-Name': 'a.png',
    },
  };
  expect((await api.app.request(`/api/v1/uploads/${id}`, unnamed)).status).toBe(200);
  expect((await putPart(api, PNG, { bearer: reader.token, identity: ROWERY })).status).toBe(403);
  expect((await anna.write('Nie moje.', [id])).status).toBe(422);
  expect((await reader.write('Moje.', [id])).status).toBe(201);
});

test('a link shows no contact data and no other ticket, and makes or ends no links', async () => {
  const reader = await byLink(anna.number);
  const other = await aCustomer(api);
  expect(JSON.stringify(await reader.read())).not.toMatch(/zuraw|600 000/i);
  expect((await new Customer(api, other.number, reader.token).ask()).status).toBe(404);
  const list = await api.app.request('/api/v1/tickets', { headers: { Authorization: `Bearer ${reader.token}` } });
  expect(list.status).toBe(401);
  expect((await reader.ask('/link', post({}))).status).toBe(404);
  expect((await reader.ask('/links', { method: 'DELETE' })).status).toBe(404);
});

test('a wrong key, another ticket’s and a missing ticket are the same 404', async () => {
  const key = linkKey(MARK_KEY, anna.number, 1);
  const other = await aCustomer(api);
  const bodies = new Set<string>();
  for (const wrong of [
    { number: anna.number, key: 'a'.repeat(32) },
    { number: other.number, key },
    { number: '9999999', key },
    { number: anna.number, key: linkKey(MARK_KEY, anna.number, 2) },
    { number: anna.number, code: 'AAAAAAAA' },
    { number: '9999999', code: 'AAAAAAAA' },
  ]) {
    const refused = await exchange(wrong);
    expect(refused.status).toBe(404);
    bodies.add(await refused.text());
  }
  expect(bodies.size).toBe(1);
});

test('a mailed link that is opened makes the contact’s address known; one that was handed out does not', async () => {
  const made = (await (await anna.ask('/link', post({}))).json()) as { url: string };
  const [, number = '', key = ''] = /^http:\/\/localhost:4100\/z\/#(\d+)\.([\w-]{32})$/.exec(made.url) ?? [];
  expect((await exchange({ number, key })).status).toBe(201);
  expect(await findMailAddress(api.store, ANNA.toLowerCase())).toBeNull();
  await byLink(anna.number);
  expect((await findMailAddress(api.store, ANNA.toLowerCase()))?.wrote_at).toBe(toInstantText(NOW));
});

test('a session by link ends after an hour, and is swept then', async () => {
  const reader = await byLink(anna.number);
  api.clock.now = NOW.add({ minutes: 60 }).subtract({ milliseconds: 1 });
  expect((await reader.ask()).status).toBe(200);
  expect(await sweepExpired(api.store, api.clock.now)).toBe(0);
  api.clock.now = NOW.add({ minutes: 60 });
  expect((await reader.ask()).status).toBe(404);
  expect(await sweepExpired(api.store, api.clock.now)).toBe(1);
});

test('thirty days after closing a link opens nothing, and its session neither', async () => {
  await moveTicket(deps(), agent(anna.number), 'closed');
  api.clock.now = NOW.add({ hours: 24 * 30 }).subtract({ seconds: 1 });
  const reader = await byLink(anna.number);
  api.clock.now = NOW.add({ hours: 24 * 30 });
  expect((await reader.ask()).status).toBe(404);
  expect((await putPart(api, PNG, { bearer: reader.token })).status).toBe(401);
  expect((await exchange({ number: anna.number, key: linkKey(MARK_KEY, anna.number, 1) })).status).toBe(404);
});

test('links that are revoked open nothing, nor do their sessions and the code; new ones do', async () => {
  const reader = await byLink(anna.number);
  const code = await makeTicketCode(deps(), agent(anna.number));
  expect((await anna.ask('/links', { method: 'DELETE' })).status).toBe(204);
  expect((await reader.ask()).status).toBe(404);
  expect((await exchange({ number: anna.number, key: linkKey(MARK_KEY, anna.number, 1) })).status).toBe(404);
  expect((await exchange({ number: anna.number, code: code?.code })).status).toBe(404);
  expect((await exchange({ number: anna.number, key: linkKey(MARK_KEY, anna.number, 2) })).status).toBe(201);
  expect(await actionsOf(anna.number)).toContain('ticket.links-revoked');
});

test('after a merge a link opens its own messages and the replies since, also where its ticket is proven', async () => {
  const other = await aCustomer(api, { description: 'Hasło do FTP: nie dla Anny' });
  await api.store.updateTable('tickets').set({ proof: 'vouched' }).where('number', '=', anna.number).execute();
  await mergeTickets(deps(), agent(anna.number), { into: other.number });
  const reader = await byLink(anna.number);
  expect(JSON.stringify(await reader.read())).not.toContain('FTP');
  await reader.write('Dopisuję z listu.');
  const { messages } = await reader.read();
  expect(messages.map(({ text }) => text)).toEqual(['Gdzie ustawić próg tylko dla paczkomatów?', 'Dopisuję z listu.']);
  // The token of a proven ticket is the shop's, and opens all.
  expect(JSON.stringify(await anna.read())).toContain('FTP');
  await revokeLinksByAgent(deps(), agent(other.number));
  expect((await reader.ask()).status).toBe(404);
});

test('a lost link is mailed to the contact only, and the answer never says whether', async () => {
  const ask = (body: object) => api.app.request(`${LINK}/restore`, post(body));
  const answers = [
    await ask({ number: anna.number, email: 'ktos@inny.pl' }),
    await ask({ number: '9999999', email: ANNA }),
    await ask({ number: anna.number, email: ANNA.toLowerCase() }),
  ];
  for (const answer of answers) expect([answer.status, await answer.text()]).toEqual([202, '']);
  expect((await actionsOf(anna.number)).filter((action) => action === 'ticket.link-asked')).toHaveLength(1);
  const letters = await api.store.selectFrom('deliveries').selectAll().where('kind', '=', 'link').execute();
  expect(letters.map(({ recipient, ticket_number }) => [recipient, ticket_number])).toEqual([
    [ANNA.toLowerCase(), anna.number],
  ]);
});

test('a lost link comes once an hour, and once more when the one that came was revoked', async () => {
  await byLink(anna.number);
  const ask = () => api.app.request(`${LINK}/restore`, post({ number: anna.number, email: ANNA }));
  const came = async () => {
    await ask();
    const letters = api.store.selectFrom('deliveries').select('state').where('kind', '=', 'link').orderBy('id');
    return (await letters.execute()).map(({ state }) => state);
  };
  const send = () =>
    api.store
      .updateTable('deliveries')
      .set({ state: 'sent', sent_at: toInstantText(api.clock.now) })
      .where('state', '=', 'due')
      .execute();
  expect(await came()).toEqual(['due']);
  await revokeLinksByAgent(deps(), agent(anna.number));
  expect(await came(), 'one that waits brings the new link').toEqual(['due', 'stopped']);
  api.clock.now = NOW.add({ minutes: 1 });
  await send();
  expect(await came()).toEqual(['sent', 'stopped', 'stopped']);
  api.clock.now = NOW.add({ minutes: 2 });
  await revokeLinksByAgent(deps(), agent(anna.number));
  expect(await came()).toEqual(['sent', 'stopped', 'stopped', 'due']);
});

test('whatever else stands under the page of links is a page in words', async () => {
  for (const path of ['/z/xx', '/z/pl/inne']) {
    const missing = await api.app.request(path, { headers: { 'Accept-Language': 'pl' } });
    expect([missing.status, missing.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=UTF-8']);
    expect(await missing.text()).toContain('<h1>Ten link niczego nie otwiera</h1>');
  }
});

test('a code opens its ticket for three days, however it is typed, and a new one replaces it', async () => {
  const first = await makeTicketCode(deps(), agent(anna.number));
  const made = await makeTicketCode(deps(), agent(anna.number));
  expect(made?.code).toMatch(/^[ACDEFGHJKMNPRTUVWXY34679]{8}$/);
  const typed = `${made?.code.slice(0, 4).toLowerCase()} - ${made?.code.slice(4)}`;
  expect((await exchange({ number: anna.number, code: first?.code })).status).toBe(404);
  api.clock.now = NOW.add({ hours: 72 }).subtract({ seconds: 1 });
  expect((await exchange({ number: anna.number, code: typed })).status).toBe(201);
  expect(await findMailAddress(api.store, ANNA.toLowerCase())).toBeNull();
  api.clock.now = NOW.add({ hours: 72 });
  expect((await exchange({ number: anna.number, code: typed })).status).toBe(404);
  expect(await sweepExpired(api.store, api.clock.now)).toBe(1);
});

test('after fifty wrong codes of everybody the right one opens nothing', async () => {
  const made = await makeTicketCode(deps(), agent(anna.number));
  for (let tried = 0; tried < 49; tried++) await exchange({ number: anna.number, code: 'AAAAAAAA' });
  expect((await exchange({ number: anna.number, code: made?.code })).status).toBe(201);
  await exchange({ number: anna.number, code: 'AAAAAAAA' });
  expect((await exchange({ number: anna.number, code: made?.code })).status).toBe(404);
});

test('one address has five wrong codes an hour; a right one is not counted', async () => {
  const limited = await service({ mail: MAIL, rateLimits: true });
  const { number } = await aCustomer(limited);
  const made = await makeTicketCode({ ...deps(), store: limited.store }, agent(number));
  const tryCode = async (code = '', address = '203.0.113.7') =>
    (await limited.app.request(LINK, post({ number, code }), from(address))).status;
  expect(await tryCode(made?.code)).toBe(201);
  for (let tried = 0; tried < 5; tried++) expect(await tryCode('AAAAAAAA')).toBe(404);
  expect(await tryCode(made?.code)).toBe(429);
  expect(await tryCode(made?.code, '203.0.113.8')).toBe(201);
  await limited.discard();
});

test('the mail of a ticket ends with one press, and not by following the link', async () => {
  const path = `/listy/${anna.number}/${unsubscribeKey(MARK_KEY, anna.number, ANNA.toLowerCase())}`;
  const ended = async () =>
    (await api.store.selectFrom('tickets').select('mail_ended_at').where('number', '=', anna.number).execute())[0]
      ?.mail_ended_at;
  const asked = await api.app.request(path);
  expect(asked.status).toBe(200);
  expect(await asked.text()).toContain(`Czy przestać wysyłać Ci wiadomości o zgłoszeniu ${anna.number}?`);
  expect(await ended()).toBeNull();
  const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
  for (const _ of [1, 2]) expect((await api.app.request(path, oneClick)).status).toBe(200);
  expect(await (await api.app.request(path)).text()).toContain(
    `<h1>Wiadomości o zgłoszeniu ${anna.number} już nie wysyłamy</h1>`,
  );
  expect(await ended()).toBe(toInstantText(NOW));
  expect((await actionsOf(anna.number)).filter((action) => action === 'ticket.mail-ended')).toHaveLength(1);
  const other = await aCustomer(api);
  for (const wrong of [
    path.replace(anna.number, other.number),
    `/listy/${anna.number}/${'a'.repeat(22)}`,
    '/listy/x/y',
  ])
    for (const method of ['GET', 'POST']) expect((await api.app.request(wrong, { method })).status).toBe(404);
});

test.each(['', '/', '/1000015', '/1000015/', '/1000015/abc/def', '/x/y'])(
  'a link of letters that was cut to /listy%s answers a page in the reader’s language',
  async (rest) => {
    for (const [language, said] of [
      ['pl', 'Ten link niczego nie otwiera'],
      ['en', 'This link opens nothing'],
    ] as const) {
      const response = await api.app.request(`/listy${rest}`, { headers: { 'Accept-Language': language } });
      expect([response.status, response.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=UTF-8']);
      expect(await response.text()).toContain(said);
    }
  },
);

test('no key of a link, session, code or letter is logged', async () => {
  const key = linkKey(MARK_KEY, anna.number, 1);
  const reader = await byLink(anna.number);
  const code = await makeTicketCode(deps(), agent(anna.number));
  await exchange({ number: anna.number, code: code?.code });
  await reader.write('Coś.', undefined, newKey());
  const unsubscribe = unsubscribeKey(MARK_KEY, anna.number, ANNA.toLowerCase());
  for (const method of ['GET', 'POST', 'PUT'])
    for (const more of ['', '/', '/wiecej'])
      await api.app.request(`/listy/${anna.number}/${unsubscribe}${more}`, { method });
  const log = api.logLines.join('\n');
  expect(log).toContain('/listy/:number/:key');
  for (const secret of [key, reader.token, code?.code ?? '?', unsubscribe]) expect(log).not.toContain(secret);
});
