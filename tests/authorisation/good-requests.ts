import type { Route } from '../../src/api/http/route.ts';
import { linkKey } from '../../src/identity/mail-marks.ts';
import { inviteAgent } from '../../src/identity/people.ts';
import { toInstantText } from '../../src/store/instants.ts';
import type { Store } from '../../src/store/open.ts';
import { insertView } from '../../src/store/views.ts';
import { mergeTickets } from '../../src/tickets/merge-tickets.ts';
import { CHEAP_PASSWORDS } from '../support/cheap-passwords.ts';
import { newUploadId, PNG } from '../support/customer.ts';
import { aTicket, newKey, post, ZURAW } from '../support/requests.ts';
import { MARK_KEY } from '../support/service.ts';
import { SoftAuthenticator } from '../support/soft-authenticator.ts';
import { aDelivery, aStoredLetter } from '../support/stored-letter.ts';
import type { Caller, CallerName, World } from './world.ts';

/** A good request for each route, so that nothing but who asks decides. A route without one fails the matrix and the fuzzer. */
const REQUESTS: Record<string, (caller: Caller, world: World) => RequestInit | Promise<RequestInit>> = {
  'POST /api/v1/shop-status': () => post(ZURAW),
  'GET /api/v1/help-state': () => ({}),
  'POST /api/v1/tickets': ({ shop }) => post(aTicket(shop), { 'Idempotency-Key': newKey() }),
  'GET /api/v1/tickets': () => ({}),
  'GET /api/v1/tickets/:number': () => ({}),
  'POST /api/v1/tickets/:number/messages': () => post({ text: 'Jeszcze jedno.' }, { 'Idempotency-Key': newKey() }),
  'POST /api/v1/tickets/:number/status': () => post({ status: 'solved' }, { 'Idempotency-Key': newKey() }),
  'POST /api/v1/tickets/:number/seen': () => post({ messages: 1 }),
  'POST /api/v1/unread': () => post({}),
  'POST /api/v1/session': (_, { assertion }) => post({ token: assertion() }),
  'PUT /api/v1/uploads/:id': () => ({
    method: 'PUT',
    body: new Uint8Array(PNG),
    headers: {
      'Content-Range': `bytes 0-${PNG.length - 1}/${PNG.length}`,
      'X-File-Name': 'zrzut.png',
      'X-Support-Number': ZURAW.supportNumber,
      'X-Install-Url': ZURAW.installUrl,
    },
  }),
  'PUT /api/desk/tickets/:number/uploads/:id': () => ({
    method: 'PUT',
    body: new Uint8Array(PNG),
    headers: { 'Content-Range': `bytes 0-${PNG.length - 1}/${PNG.length}`, 'X-File-Name': 'zrzut.png' },
  }),
  'GET /api/v1/attachments/:id': () => ({}),
  'POST /api/v1/ticket-links': (_, { ids: { neighbour = '' } }) =>
    post({ number: neighbour, key: linkKey(MARK_KEY, neighbour, 1) }),
  'POST /api/v1/ticket-links/restore': ({ number }) => post({ number, email: 'anna@ksiegarnia-zuraw.pl' }),
  'POST /api/v1/tickets/:number/link': () => post({}),
  'DELETE /api/v1/tickets/:number/links': () => ({ method: 'DELETE' }),
  'GET /api/v1/registry/shops/:supportNumber': () => ({}),
  'PUT /api/v1/registry/shops/:supportNumber': () => ({
    ...post({
      installUrl: ZURAW.installUrl,
      edition: 'PREMIUM',
      purchasedOn: '2026-09-14',
      supportMonths: 6,
      shopName: 'Księgarnia Żuraw',
      contactEmail: 'biuro@ksiegarnia-zuraw.pl',
    }),
    method: 'PUT',
  }),
  'POST /api/v1/registry/shops/:supportNumber/packages': () => post({ id: newKey(), months: 3 }),
  'GET /api/desk/keys': () => ({}),
  'POST /api/desk/keys': () => post({ name: 'System zamówień', scopes: ['registry:write'] }),
  'DELETE /api/desk/keys/:key': () => ({ method: 'DELETE' }),
  'DELETE /api/desk/tickets/:number/links': () => ({ method: 'DELETE' }),
  'POST /api/desk/tickets/:number/code': () => post({}),
  'POST /api/desk/session': (_, { password }) => post({ email: 'ola@shopgold.pl', password }),
  'POST /api/desk/session/passkey-options': () => post({}),
  'POST /api/desk/session/passkey': () =>
    post({
      credential: new SoftAuthenticator('http://localhost').get({ challenge: 'c'.repeat(43), rpId: 'localhost' }),
    }),
  'POST /api/desk/session/second-step-options': () => post({}),
  'POST /api/desk/session/second-step': ({ proof }) => post(proof?.() ?? { way: 'totp', code: '123456' }),
  'POST /api/desk/session/code': aCode,
  'GET /api/desk/people': () => ({}),
  'POST /api/desk/people': () => post({ email: 'nikt@shopgold.pl', name: 'Ktoś Nowy', role: 'agent' }),
  'POST /api/desk/people/:agent/code': () => post({}),
  'POST /api/desk/people/:agent/role': () => post({ role: 'admin' }),
  'POST /api/desk/people/:agent/disabled': () => post({}),
  'POST /api/desk/proof-options': () => post({}),
  'POST /api/desk/proof': ({ proof }) => post(proof?.() ?? { way: 'totp', code: '123456' }),
  'GET /api/desk/factors': () => ({}),
  'POST /api/desk/passkeys/options': () => post({}),
  'POST /api/desk/passkeys': aPasskey,
  'POST /api/desk/passkeys/:passkey/name': () => post({ name: 'Klucz na biurku' }),
  'DELETE /api/desk/passkeys/:passkey': () => ({ method: 'DELETE' }),
  'POST /api/desk/totp': () => post({}),
  'POST /api/desk/totp/confirm': ({ proof }) => {
    const shown = proof?.() ?? {};
    return post({ code: 'code' in shown ? shown.code : '123456' });
  },
  'DELETE /api/desk/totp': () => ({ method: 'DELETE' }),
  'POST /api/desk/recovery-codes': () => post({}),
  'GET /api/desk/session': () => ({}),
  'DELETE /api/desk/session': () => ({ method: 'DELETE' }),
  'DELETE /api/desk/sessions': () => ({ method: 'DELETE' }),
  'GET /api/desk/queue': () => ({}),
  'GET /api/desk/tickets': () => ({}),
  'POST /api/desk/tickets': () =>
    post(
      {
        shop: 1,
        topic: 'outage',
        subject: 'Sklep nie działa',
        description: 'Biała strona.',
        contact: { email: 'biuro@ksiegarnia-zuraw.pl' },
        outage: { facts: ['shop-down'] },
      },
      { 'Idempotency-Key': newKey() },
    ),
  'GET /api/desk/search': () => ({}),
  'GET /api/desk/agents': () => ({}),
  'GET /api/desk/office-hours': () => ({}),
  'GET /api/desk/macros': () => ({}),
  'GET /api/desk/macros/archived': () => ({}),
  'POST /api/desk/macros': () =>
    post({ title: 'Nowy', text: 'Treść', status: null, followUp: null }, { 'Idempotency-Key': newKey() }),
  'POST /api/desk/macros/order': () => post({ ids: ['solved', 'working', 'details', 'greeting'] }),
  'POST /api/desk/macros/:macro': () =>
    post({ title: 'Inny', text: 'Treść', status: 'solved', followUp: null, version: 1 }),
  'POST /api/desk/macros/:macro/archived': () => post({ isArchived: true }),
  'GET /api/desk/settings': () => ({}),
  'GET /api/desk/settings/history': () => ({}),
  'POST /api/desk/settings': () => post({ changes: [{ name: 'rules', from: null, to: 'https://shopgold.pl/zasady' }] }),
  'POST /api/desk/version': () => post({ version: '10.5.0', from: null }),
  'GET /api/desk/sessions': () => ({}),
  'DELETE /api/desk/sessions/:session': () => ({ method: 'DELETE' }),
  'POST /api/desk/password': (_, { password }) => post({ oldPassword: password, newPassword: 'zielony czajnik' }),
  'GET /api/desk/events': () => ({}),
  'GET /api/desk/tickets/:number': () => ({}),
  'POST /api/desk/tickets/:number/replies': () =>
    post({ text: 'Już działa.', status: 'solved', seenMessages: 99 }, { 'Idempotency-Key': newKey() }),
  'POST /api/desk/tickets/:number/notes': () => post({ text: 'Dzwonił.' }, { 'Idempotency-Key': newKey() }),
  'POST /api/desk/tickets/:number/status': () => post({ status: 'in-progress', seenMessages: 1 }),
  'POST /api/desk/tickets/:number/assignee': () => post({ assignee: null, from: null }),
  'POST /api/desk/tickets/:number/place': () => post({ isOutage: true }),
  'POST /api/desk/tickets/:number/follow-up': () => post({ followUpAt: null }),
  'POST /api/desk/tickets/:number/snooze': () => post({ until: null }),
  'POST /api/desk/tickets/:number/merge': (_, { ids }) => post({ into: ids.neighbour }),
  'POST /api/desk/tickets/:number/panel-address': () => post({}),
  'POST /api/desk/tickets/:number/unmerge': afterMerge,
  'POST /api/desk/tickets/:number/same-person': afterMerge,
  'POST /api/desk/tickets/:number/vouch': () => post({ isVouched: true }),
  'POST /api/desk/tickets/:number/contact': () => post({ email: 'nowy@ksiegarnia-zuraw.pl', isLinkSent: true }),
  'POST /api/desk/tickets/:number/correction': () => {
    const { subject, contact } = aTicket();
    const { email, name = null, phone = null } = contact;
    const from = { topic: null, covered: null, subject, contact: { email, name, phone } };
    const to = { topic: null, covered: null, subject: null, contact: { email: null, name, phone } };
    return post({ from, to });
  },
  'POST /api/desk/closings': (_, { ids }) =>
    post(
      { numbers: [ids.neighbour], reason: 'duplicate', asOf: '2000-01-01T00:00:00Z' },
      { 'Idempotency-Key': newKey() },
    ),
  'POST /api/desk/closings/:closing/undo': () => post({}),
  'POST /api/desk/tickets/:number/seen': () => post({ messages: 1 }),
  'POST /api/desk/tickets/:number/presence': () => post({ isHere: true, isWriting: false }),
  'POST /api/desk/tickets/:number/incident': () => post({ incident: null, seenMessages: 1 }),
  'GET /api/desk/incidents': () => ({}),
  'POST /api/desk/incidents': () =>
    post(
      {
        kind: 'incident',
        title: 'Przerwa w płatnościach',
        text: 'Operator płatności ma awarię.',
        english: null,
        since: null,
        until: null,
        fromVersion: null,
        toVersion: null,
      },
      { 'Idempotency-Key': newKey() },
    ),
  'GET /api/desk/incidents/:incident': () => ({}),
  'POST /api/desk/incidents/:incident/end': () => post({}),
  'POST /api/desk/incidents/:incident/solution': () => post({ text: 'Już działa.' }, { 'Idempotency-Key': newKey() }),
  'GET /api/desk/audit': () => ({}),
  'GET /api/desk/reports': () => ({}),
  'GET /api/desk/reports.csv': () => ({}),
  'GET /api/desk/attachments/:id': () => ({}),
  'GET /api/desk/shops': () => ({}),
  'GET /api/desk/shops/:shop': () => ({}),
  'GET /api/desk/shops/:shop/packages/preview': () => ({}),
  'POST /api/desk/shops/:shop/packages': () =>
    post({ months: 3, purchasedOn: '2026-11-22' }, { 'Idempotency-Key': newKey() }),
  'POST /api/desk/shops/:shop/facts': () => post({ revision: 1, facts: {} }),
  'POST /api/desk/shops/:shop/addresses': () => post({ address: 'https://nowy-panel.example' }),
  'DELETE /api/desk/shops/:shop/addresses/:address': () => ({ method: 'DELETE' }),
  'POST /api/desk/shops/:shop/address': () => post({ address: 'https://nowy-adres.example' }),
  'POST /api/desk/shops/:shop/signature': () => post({ signature: 'required' }),
  'POST /api/desk/shops/:shop/licence': () => post({ state: 'breached' }),
  'POST /api/desk/shops/:shop/secrets': () => post({}),
  'POST /api/desk/shops/:shop/blocks': (_, { tomorrow }) => post({ reason: 'zalew zgłoszeń', until: tomorrow }),
  'GET /api/desk/blocks': () => ({}),
  'POST /api/desk/blocks': (_, { tomorrow }) =>
    post({ range: '198.51.100.0/24', reason: 'zalew zgłoszeń', until: tomorrow }),
  'POST /api/desk/blocks/:block/lift': () => post({}),
  'POST /api/desk/deliveries/:delivery/resend': () => post({}),
  'GET /api/desk/mails': () => ({}),
  'GET /api/desk/mails/:mail': () => ({}),
  'GET /api/desk/mails/:mail/raw': () => ({}),
  'POST /api/desk/mails/:mail/shop': (_, { ids }) => post({ shop: Number(ids.shop) }),
  'POST /api/desk/mails/:mail/take': () => post({}),
  'POST /api/desk/mails/:mail/set-aside': () => post({}),
  'GET /api/desk/alarms': () => ({}),
  'GET /api/desk/presence': () => ({}),
  'GET /api/desk/tags': () => ({}),
  'POST /api/desk/tickets/:number/tags': () => post({ tag: 'payu', isOn: true }),
  'GET /api/desk/views': () => ({}),
  'POST /api/desk/views': () => post({ name: 'PayU', query: '?tag=payu', isShared: false }),
  'POST /api/desk/views/:view': () => post({ name: 'PayU i Przelewy24' }),
  'DELETE /api/desk/views/:view': () => ({ method: 'DELETE' }),
  'POST /api/desk/alarms/:alarm/acknowledgement': () => post({}),
  'DELETE /api/desk/shops/:shop/sessions': () => ({ method: 'DELETE' }),
  'DELETE /api/desk/shops/:shop/secrets/:kid': () => ({ method: 'DELETE' }),
};

/** A passkey made for the challenge that this caller is given, if any. */
async function aPasskey({ headers }: Caller, { api }: World): Promise<RequestInit> {
  const asked = await api.app.request('/api/desk/passkeys/options', {
    ...post({}),
    headers: { ...post({}).headers, ...headers },
  });
  const { options } = (await asked.json()) as { options?: { challenge: string } };
  const credential = new SoftAuthenticator('http://localhost').create({
    challenge: 'c'.repeat(43),
    rp: { id: 'localhost' },
    ...options,
  });
  return post({ name: 'Telefon', credential });
}

/** What must stand behind a path for its request to be a good one. */
const QUERIES: Record<string, string> = {
  'GET /api/desk/audit': '?shop=7KcWt9Ru&day=2026-11-22',
  'GET /api/desk/mails': '?fate=waits',
  'GET /api/desk/shops/:shop/packages/preview': '?months=3&purchasedOn=2026-11-22',
};

/** A shared view. */
async function aView(store: Store): Promise<number> {
  const view = {
    owner_id: null,
    name: 'Niczyje',
    query: '?assignee=none',
    made_by: 'operator',
    made_at: toInstantText(Temporal.Now.instant()),
  };
  return (await insertView(store, view)).id;
}

/** A request about a ticket that was merged into its neighbour. */
/** A code that somebody new was given. */
async function aCode(_: unknown, { api }: World): Promise<RequestInit> {
  const email = `${newUploadId()}@shopgold.pl`;
  const deps = { store: api.store, now: () => api.clock.now, passwords: CHEAP_PASSWORDS };
  const given = await inviteAgent(deps, { id: 'operator' }, { email, name: 'Ktoś Nowy', role: 'agent' });
  return post({ email, code: 'code' in given ? given.code : '', password: 'zielony czajnik' });
}

async function afterMerge({ number }: { number: string }, { api, ids, callers }: World): Promise<RequestInit> {
  // Only the last merge can be undone, so no other ticket is merged.
  if (number !== callers['an agent'].number) return post({});
  const deps = { store: api.store, now: () => api.clock.now };
  await mergeTickets(deps, { number, actor: 'operator' }, { into: `${ids.neighbour}` });
  return post({});
}

/** What stands for each parameter of a path where a caller asks about what is theirs. */
export async function goodParts(world: World, { path }: Pick<Route, 'path'>, name: CallerName) {
  const caller = world.callers[name];
  const parts: Record<string, string> = {
    ...world.ids,
    incident: `${world.incidents[name]}`,
    address: `${world.addresses[name]}`,
    key: path.includes(':key') ? await world.aKey() : '',
    view: path.includes(':view') ? `${await aView(world.api.store)}` : '',
    block: path.includes(':block') ? `${await world.aBlock()}` : '',
    mail: path.includes(':mail') ? `${await aStoredLetter(world.api.store)}` : '',
    delivery: path.includes(':delivery') ? `${await aDelivery(world.api.store, caller.number)}` : '',
    ...(caller.passkey && { passkey: caller.passkey }),
    number: caller.number,
    id: path.includes('uploads') ? newUploadId() : caller.attachment,
  };
  return parts;
}

/** A good request of a caller at a route, about what is theirs. */
export async function goodRequest(
  world: World,
  route: Pick<Route, 'method' | 'path'>,
  name: CallerName,
): Promise<{ parts: Record<string, string>; query: string; init: RequestInit & { headers: Record<string, string> } }> {
  const { method, path } = route;
  const makeRequest = REQUESTS[`${method} ${path}`];
  if (!makeRequest) throw new Error(`${method} ${path} has no request in the authorisation matrix`);
  const caller = world.callers[name];
  const init = await makeRequest(caller, world);
  const headers = { ...(init.headers as Record<string, string>), ...caller.headers };
  const parts = await goodParts(world, route, name);
  return { parts, query: QUERIES[`${method} ${path}`] ?? '', init: { method, ...init, headers } };
}

/** The path of a route with something for each of its parameters. */
export function pathWith({ path }: Pick<Route, 'path'>, parts: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, part) => parts[part] ?? `no-${part}`);
}
