import { Secret, TOTP } from 'otpauth';
import type { ApiScope } from '../../src/contract/lists.ts';
import { listAlarms, raiseAlarm } from '../../src/guard/alarms.ts';
import { addBlock } from '../../src/guard/blocks.ts';
import { addAgent } from '../../src/identity/add-agent.ts';
import { makeApiKey, revokeApiKey } from '../../src/identity/api-keys.ts';
import { disableAgent } from '../../src/identity/disable-agent.ts';
import { linkKey } from '../../src/identity/mail-marks.ts';
import { makeRecoveryCodes } from '../../src/identity/recovery-codes.ts';
import { resetFactors } from '../../src/identity/reset-factors.ts';
import { revokeShopSecret } from '../../src/identity/revoke-shop-secret.ts';
import { seal } from '../../src/identity/seal.ts';
import { sealPurpose } from '../../src/identity/seal-purpose.ts';
import { HALF_SIGN_IN_MINUTES } from '../../src/identity/second-step.ts';
import { newId } from '../../src/identity/token.ts';
import { addPanelAddress } from '../../src/shops/panel-address.ts';
import { findAgent } from '../../src/store/agents.ts';
import { insertClosing } from '../../src/store/closings.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { insertPasskey } from '../../src/store/passkeys.ts';
import { inForceSince } from '../../src/store/second-factors.ts';
import { addressesOfShop } from '../../src/store/shop-addresses.ts';
import { findShopByNumber } from '../../src/store/shops.ts';
import { moveTicket } from '../../src/tickets/move-ticket.ts';
import { revokeToken } from '../../src/tickets/revoke-token.ts';
import { revokeLinksByAgent } from '../../src/tickets/ticket-links.ts';
import { changeSettings } from '../../src/vendor-settings/change-settings.ts';
import { aSecret, aSession, claims, sign } from '../support/an-assertion.ts';
import { anIncident } from '../support/an-incident.ts';
import { CHEAP_PASSWORDS } from '../support/cheap-passwords.ts';
import { newToken, newUploadId, PNG, putPart } from '../support/customer.ts';
import { aTicket, newKey, post, ROWERY, ZURAW } from '../support/requests.ts';
import { FIRST_SETTINGS, MARK_KEY, NOW, SECRET_KEYS, type Service, service } from '../support/service.ts';

/** Somebody who asks: with what, and about which ticket and file. */
export interface Caller {
  headers: Record<string, string>;
  number: string;
  attachment: string;
  /** the shop that they are of; where they are of none, the ticket's */
  shop: typeof ZURAW;
  /** what an agent can prove themselves with */
  proof?: () => object;
  /** the public id of one of an agent's passkeys */
  passkey?: string;
}

/** Everybody who could ask, the rightful and the others. */
export const CALLERS = [
  'nobody',
  'nonsense',
  "the ticket's token",
  "another ticket's token",
  "another shop's token",
  'the form that opened the ticket',
  'a token 31 days after closing',
  'a revoked token',
  "the shop's session",
  "another shop's session",
  "the ticket's link",
  "another ticket's link",
  'a link that was revoked',
  'a link session that ended',
  'a session that ended',
  'a session of a revoked secret',
  'an agent',
  'an admin',
  'an agent whose proof is old',
  'an admin whose proof is old',
  'an admin whose grace is over',
  'an agent with a password only, in the grace',
  'an agent who came in by a recovery code',
  'a sign-in before its second step',
  'a sign-in whose second step is too late',
  'an agent whose session ended',
  'an agent whose factors were reset',
  'a disabled agent',
  "a system's key that reads",
  "a system's key that writes",
  'a key of a system that was revoked',
] as const;

export type CallerName = (typeof CALLERS)[number];

/** A ticket of the world, with a text that stands nowhere else. */
export interface WorldTicket extends Caller {
  text: string;
}

export interface World {
  api: Service;
  /** all tickets */
  tickets: readonly WorldTicket[];
  /** the tickets that a caller may read; agents may read all */
  readable: Partial<Record<CallerName, readonly WorldTicket[]>>;
  callers: Record<CallerName, Caller>;
  /** a fresh assertion for the shop, which nobody used yet */
  assertion: () => string;
  password: string;
  /** what stands in paths for `:shop` and the like */
  ids: Record<string, string>;
  /** a known problem for each caller: solving one is done once */
  incidents: Record<string, number>;
  /** the end of a block, which may be at most 30 days ahead */
  tomorrow: string;
  /** blocks the senders of a shop: lifting a block is done once */
  aBlock: () => Promise<number>;
  /** makes a key of a system: revoking one is done once */
  aKey: () => Promise<string>;
  /** an address of the shop's panel for each caller: ending one is done once */
  addresses: Record<string, number>;
}

const PASSWORD = 'konik na biegunach';

/** A service with two shops, tickets of every fate, sessions and agents. */
export async function createWorld(): Promise<World> {
  const api = await service();
  const deps = () => ({ store: api.store, now: () => api.clock.now });

  const tickets: WorldTicket[] = [];

  async function ticket(shop: typeof ZURAW): Promise<WorldTicket> {
    const [token, id, text] = [newToken(), newUploadId(), `Poufne: ${newUploadId()}`];
    await putPart(api, PNG, { id, bearer: token, identity: shop });
    const body = aTicket({ ...shop, description: text, ticketToken: token, attachments: [id] });
    const response = await api.app.request(
      '/api/v1/tickets',
      post(body, { 'Idempotency-Key': newKey(), Origin: 'https://panel.example' }),
    );
    const { number } = (await response.json()) as { number: string };
    const made = { headers: bearer(token), number, attachment: id, shop, text };
    tickets.push(made);
    return made;
  }

  /** A ticket of the vendor's form, with the token that stands in the page and nowhere else. */
  async function byForm(): Promise<WorldTicket> {
    const text = `Poufne: ${newUploadId()}`;
    const path = '/zgloszenie/prosty';
    const page = await (await api.app.request(path)).text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    const token = hidden('token');
    const { topic, subject, contact } = aTicket();
    const typed = { ...ZURAW, topic, subject, description: text, email: contact.email, token, key: hidden('key') };
    const body = new FormData();
    for (const [name, value] of Object.entries(typed)) body.append(name, value);
    body.append('files', new File([new Uint8Array(PNG)], 'zrzut.png'));
    const receipt = await (await api.app.request(path, { method: 'POST', body })).text();
    const number = /nr (\d+)/.exec(receipt)?.[1] ?? '';
    const file = await api.store
      .selectFrom('uploads')
      .innerJoin('messages', 'messages.id', 'uploads.message_id')
      .select('uploads.id')
      .where('ticket_number', '=', number)
      .executeTakeFirstOrThrow();
    const made = { headers: bearer(token), number, attachment: file.id, shop: ZURAW, text };
    tickets.push(made);
    return made;
  }

  /** Opens a ticket by its mailed link. */
  async function byLink({ number }: Caller): Promise<Record<string, string>> {
    const opened = await api.app.request('/api/v1/ticket-links', post({ number, key: linkKey(MARK_KEY, number, 1) }));
    return bearer(((await opened.json()) as { session: string }).session);
  }

  async function signIn(name: string): Promise<Record<string, string>> {
    const body = { email: `${name}@shopgold.pl`, password: PASSWORD };
    const response = await api.app.request('/api/desk/session', post(body));
    return { Cookie: sessionIn(response) };
  }

  async function agent(name: string, role: 'agent' | 'admin'): Promise<Record<string, string>> {
    const added = { email: `${name}@shopgold.pl`, name, role, password: PASSWORD };
    await addAgent(api.store, added, api.clock.now, CHEAP_PASSWORDS);
    return signIn(name);
  }

  /** An agent with an app and a passkey, and another app that waits for its first code. */
  async function withFactors(name: string, role: 'agent' | 'admin') {
    const headers = await agent(name, role);
    const [code, passkey] = await giveFactors(api, `${name}@shopgold.pl`);
    return { headers, passkey, proof: () => ({ way: 'totp', code: code() }) };
  }

  /** Ends a sign-in that waits for its second factor by a recovery code. */
  async function recover(name: string): Promise<Record<string, string>> {
    const agentId = (await findAgent(api.store, `${name}@shopgold.pl`))?.id ?? '';
    const [code = ''] = (await makeRecoveryCodes(deps(), agentId)) ?? [];
    const { headers } = post({ way: 'recovery', code });
    const init = { ...post({ way: 'recovery', code }), headers: { ...headers, ...(await signIn(name)) } };
    const response = await api.app.request('/api/desk/session/second-step', init);
    return { Cookie: sessionIn(response) };
  }

  async function aKey(scopes: ApiScope[]): Promise<Record<string, string>> {
    const made = await makeApiKey(deps(), { name: 'Sklep z licencjami', scopes }, 'operator');
    return bearer(made?.key ?? '');
  }

  async function aRevokedKey(): Promise<Record<string, string>> {
    const made = await makeApiKey(deps(), { name: 'Dawny', scopes: ['registry:write'] }, 'operator');
    await revokeApiKey(deps(), made?.id ?? '', 'operator');
    return bearer(made?.key ?? '');
  }

  // What is long over by the time of the questions comes first.
  api.clock.now = NOW.subtract({ hours: 24 * 31 });
  const closed = await ticket(ZURAW);
  await moveTicket(deps(), { number: closed.number, actor: 'operator', author: null }, 'closed');
  api.clock.now = NOW.subtract({ hours: 13 });
  const tired = await agent('dawno', 'agent');
  // By now a second factor has been required of admins for 15 days, and of agents for 5: those have 9 days left.
  await inForceSince(api.store, 'admin', toInstantText(NOW.subtract({ hours: 24 * 15 })));
  const required = { name: 'second-factor', from: 'optional', to: 'required' } as const;
  await changeSettings(api.store, FIRST_SETTINGS, [required], 'operator', NOW.subtract({ hours: 24 * 5 }));
  await inForceSince(api.store, 'agent', toInstantText(NOW.subtract({ hours: 24 * 5 })));
  const secret = await aSecret(api);
  api.clock.now = NOW.subtract({ minutes: 61 });
  const ended = await aSession(api, secret);
  const unlinked = await ticket(ZURAW);
  const endedLink = { ...unlinked, headers: await byLink(unlinked) };

  api.clock.now = NOW.subtract({ minutes: 10 });
  const stale = { agent: await withFactors('ewa', 'agent'), admin: await withFactors('adam', 'admin') };
  api.clock.now = NOW.subtract({ minutes: HALF_SIGN_IN_MINUTES });
  await withFactors('jan', 'agent');
  const late = await signIn('jan');
  api.clock.now = NOW;
  const [own, neighbour, foreign, revoked] = [
    await ticket(ZURAW),
    await ticket(ZURAW),
    await ticket(ROWERY),
    await ticket(ZURAW),
  ];
  const ofForm = await byForm();
  await revokeToken(deps(), { number: revoked.number, actor: 'operator', author: null });
  const withoutLinks = await ticket(ZURAW);
  const ofOldLink = { ...withoutLinks, headers: await byLink(withoutLinks) };
  await revokeLinksByAgent(deps(), { number: withoutLinks.number, actor: 'operator', author: null });
  const oldSecret = await aSecret(api);
  const ofOldSecret = await aSession(api, oldSecret);
  await revokeShopSecret(api.store, ZURAW.supportNumber, oldSecret.kid, api.clock.now);
  const disabled = await agent('byla', 'agent');
  await disableAgent(api.store, 'byla@shopgold.pl', api.clock.now);

  await agent('kolega', 'agent');
  const colleague = (await findAgent(api.store, 'kolega@shopgold.pl'))?.id ?? '';

  const shop = (await findShopByNumber(api.store, ZURAW.supportNumber))?.id ?? 0;
  const about = (headers: Record<string, string>): Caller => ({ ...own, headers });
  const half = await withFactors('iza', 'agent');
  const recovered = await withFactors('zofia', 'agent');
  const reset = await withFactors('piotr', 'agent');
  await resetFactors(api.store, 'piotr@shopgold.pl', NOW);
  const byPassword = () => ({ way: 'password', password: PASSWORD });
  const incidents: World['incidents'] = {};
  const addresses: World['addresses'] = {};
  // One after the other: all addresses are written under one lock, and who waits too long for it fails.
  for (const [index, name] of CALLERS.entries()) {
    incidents[name] = await anIncident(api);
    addresses[name] = await aPanelAddress(api, shop, index);
  }
  const readable: World['readable'] = {
    "the ticket's token": [own],
    "another ticket's token": [neighbour],
    "another shop's token": [foreign],
    'the form that opened the ticket': [ofForm],
    "the ticket's link": [own],
    "another ticket's link": [neighbour],
    "the shop's session": tickets.filter((of) => of.shop === ZURAW),
    "another shop's session": tickets.filter((of) => of.shop === ROWERY),
  };
  return {
    api,
    tickets,
    readable,
    password: PASSWORD,
    ids: {
      neighbour: neighbour.number,
      agent: colleague,
      shop: `${shop}`,
      kid: (await aSecret(api)).kid,
      supportNumber: ZURAW.supportNumber,
      macro: 'greeting',
      session: 'e_none',
      alarm: `${await anAlarm(api)}`,
      closing: `${await aClosing(api)}`,
    },
    tomorrow: NOW.add({ hours: 24 }).toString(),
    aBlock: async () => {
      const block = { reason: 'zalew zgłoszeń', until: NOW.add({ hours: 24 }) };
      const added = await addBlock(deps(), { subject: { kind: 'shop', shop }, ...block }, 'operator');
      return 'id' in added ? added.id : 0;
    },
    aKey: async () => (await makeApiKey(deps(), { name: 'Próba', scopes: ['registry:read'] }, 'operator'))?.id ?? '',
    incidents,
    addresses,
    assertion: () => sign(claims(), secret),
    callers: {
      nobody: about({}),
      nonsense: about(bearer('nonsense')),
      "the ticket's token": own,
      "another ticket's token": about(neighbour.headers),
      "another shop's token": about(foreign.headers),
      'the form that opened the ticket': ofForm,
      'a token 31 days after closing': closed,
      'a revoked token': revoked,
      "the shop's session": about(bearer(await aSession(api, secret))),
      "another shop's session": {
        ...about(bearer(await aSession(api, await aSecret(api, ROWERY), ROWERY))),
        shop: ROWERY,
      },
      "the ticket's link": about(await byLink(own)),
      "another ticket's link": about(await byLink(neighbour)),
      'a link that was revoked': ofOldLink,
      'a link session that ended': endedLink,
      'a session that ended': about(bearer(ended)),
      'a session of a revoked secret': about(bearer(ofOldSecret)),
      'an agent': { ...own, ...(await withFactors('ola', 'agent')) },
      'an admin': { ...own, ...(await withFactors('marek', 'admin')) },
      'an agent whose proof is old': { ...own, ...stale.agent },
      'an admin whose proof is old': { ...own, ...stale.admin },
      'an admin whose grace is over': {
        ...about(await agent('nowy', 'admin')),
        proof: byPassword,
      },
      'an agent with a password only, in the grace': { ...about(await agent('ada', 'agent')), proof: byPassword },
      'an agent who came in by a recovery code': { ...own, ...recovered, headers: await recover('zofia') },
      'a sign-in before its second step': { ...own, ...half, headers: await signIn('iza') },
      'a sign-in whose second step is too late': { ...own, headers: late },
      'an agent whose session ended': about(tired),
      'an agent whose factors were reset': { ...own, ...reset },
      'a disabled agent': about(disabled),
      "a system's key that reads": about(await aKey(['registry:read'])),
      "a system's key that writes": about(await aKey(['registry:write'])),
      'a key of a system that was revoked': about(await aRevokedKey()),
    },
  };
}

async function aClosing(api: Service): Promise<number> {
  return insertClosing(api.store, { closed_at: toInstantText(NOW), before: '[]' });
}

async function anAlarm(api: Service): Promise<number> {
  await raiseAlarm(api.store, 'unknown-pairs', null, api.clock.now);
  const [alarm] = await listAlarms(api.store);
  return alarm?.id ?? 0;
}

/** Puts factors into the database, whose owners need not show them first. @returns the app's code, and a passkey's id */
async function giveFactors(api: Service, email: string): Promise<[code: () => string, passkey: string]> {
  const agentId = (await findAgent(api.store, email))?.id ?? '';
  const at = toInstantText(NOW);
  const secret = new Secret({ size: 20 });
  for (const confirmed_at of [at, null]) {
    const id = newId('t');
    const sealed = seal(SECRET_KEYS, sealPurpose('agent_totp', id), secret.base32);
    const row = { id, agent_id: agentId, sealed, created_at: at, confirmed_at, last_step: null };
    await api.store.insertInto('agent_totp').values(row).execute();
  }
  const passkey = newId('p');
  const key = { public_key: '', counter: 0, transports: '[]', backed_up: 0 };
  await insertPasskey(api.store, {
    ...key,
    id: passkey,
    credential_id: passkey,
    agent_id: agentId,
    name: 'Telefon',
    created_at: at,
    last_used_at: null,
  });
  return [() => new TOTP({ secret }).generate({ timestamp: api.clock.now.epochMilliseconds }), passkey];
}

/** The cookie of the session, or of the half of one, that a sign-in gave. */
function sessionIn(response: Response): string {
  const given = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return given.find((cookie) => /^__Host-pomoc-(desk|second-step)=./.test(cookie)) ?? '';
}

async function aPanelAddress(api: Service, shop: number, index: number): Promise<number> {
  const deps = { store: api.store, now: () => api.clock.now };
  await addPanelAddress(deps, { shop, address: `https://panel-${index}.example` }, 'operator');
  const held = await addressesOfShop(api.store, shop, api.clock.now.toString());
  return held.find(({ host }) => host === `panel-${index}.example`)?.id ?? 0;
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}
