import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskAlarm } from '../../../src/contract/desk/alarms.ts';
import { ATTACHMENTS } from '../../../src/contract/files/attachment-limits.ts';
import type { OpenTicketRequest } from '../../../src/contract/tickets/open-ticket-request.ts';
import { sweepSenders } from '../../../src/guard/sender.ts';
import { findShopByNumber } from '../../../src/store/shops.ts';
import { countTickets } from '../../../src/store/tickets.ts';
import { aSecret, aSession } from '../../support/an-assertion.ts';
import { newToken, newUploadId, PNG } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { aTicket, from, newKey, post, ROWERY, ZURAW } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

// Strangers who know a shop's number and address, which are no secret, and what they could take away from it.

const OFFICE = '203.0.113.7';
const OUTAGE: Partial<OpenTicketRequest> = { topic: 'outage', outage: { facts: ['shop-down'] } };

let api: Service;
let ola: DeskAgent;
beforeEach(async () => {
  api = await service({ rateLimits: true });
  ola = await aDeskAgent(api, 'Ola Nowak', 'ola@shopgold.pl', 'admin');
});
afterEach(() => api.discard());

let addresses = 0;
/** Another address each time. */
const anywhere = () => `198.51.${Math.floor(++addresses / 250) % 100}.${addresses % 250}`;

interface From {
  address?: string;
  session?: string;
  origin?: string;
}

async function send(
  otherwise: Partial<OpenTicketRequest>,
  { address = anywhere(), session, origin }: From = {},
  key = newKey(),
): Promise<Response> {
  const headers = {
    'Idempotency-Key': key,
    ...(session && { Authorization: `Bearer ${session}` }),
    ...(origin && { Origin: origin }),
  };
  return api.app.request(
    '/api/v1/tickets',
    post(aTicket({ ticketToken: newToken(), ...otherwise }), headers),
    from(address),
  );
}

/** Sends the first part of a file. */
async function begin(
  content: Uint8Array<ArrayBuffer>,
  declared: number,
  {
    address = anywhere(),
    session,
    beside,
    id = newUploadId(),
    start = 0,
  }: From & { id?: string; start?: number; beside?: string } = {},
  token = newToken(),
): Promise<Response> {
  const init = {
    method: 'PUT',
    body: content,
    headers: {
      Authorization: `Bearer ${session ?? token}`,
      'Content-Range': `bytes ${start}-${start + content.length - 1}/${declared}`,
      'X-File-Name': 'zrzut.png',
      'X-Support-Number': ZURAW.supportNumber,
      'X-Install-Url': ZURAW.installUrl,
      ...(beside && { 'X-Shop-Session': beside }),
    },
  };
  return api.app.request(`/api/v1/uploads/${id}`, init, from(address));
}

const smallFile = () => new Uint8Array(PNG);
const firstPart = () => new Uint8Array(ATTACHMENTS.partBytes).fill(120);

/** An agent answers a ticket that was written from the owner's office: from then on the office is known. */
async function officeIsKnown(): Promise<string> {
  const { number } = (await (await send({}, { address: OFFICE })).json()) as { number: string };
  expect((await ola.answer(number, 'Już działa.')).status).toBeLessThan(300);
  api.clock.now = api.clock.now.add({ minutes: 61 });
  return number;
}

/** What the owner sends next: a ticket, an outage, and a file. */
async function ownersNext(who: From): Promise<number[]> {
  const ticket = await send({}, who);
  const outage = await send(OUTAGE, who);
  const file = await begin(smallFile(), PNG.length, who);
  return [ticket.status, outage.status, file.status];
}

const alarms = async () =>
  ((await (await ola.ask('/alarms')).json()) as { alarms: DeskAlarm[] }).alarms.map(({ kind }) => kind);

const statuses = async (count: number, asking: () => Promise<Response>): Promise<Record<number, number>> => {
  const counted: Record<number, number> = {};
  for (let round = 0; round < count; round++) {
    const { status } = await asking();
    counted[status] = (counted[status] ?? 0) + 1;
  }
  return counted;
};

describe('after a flood from new addresses the owner’s next ticket, outage and file are taken', () => {
  const FLOODS: Record<string, [string, () => Promise<unknown>]> = {
    files: [
      '12 requests that declare 10 MB each: 12 were taken and filled the quota, now 2 are from one address',
      async () =>
        expect(
          await statuses(12, () => begin(firstPart(), ATTACHMENTS.fileBytes, { address: '198.51.100.1' })),
        ).toEqual({
          200: 2,
          429: 10,
        }),
    ],
    'files from everywhere': [
      '60 requests from 60 addresses that declare 10 MB each: 12 were taken and filled the quota, now 33 do not',
      async () =>
        expect(await statuses(60, () => begin(firstPart(), ATTACHMENTS.fileBytes))).toEqual({ 200: 33, 429: 27 }),
    ],
    tickets: [
      '30 tickets from one address: 30 were taken, now 5 are',
      async () => expect(await statuses(30, () => send({}, { address: '198.51.100.1' }))).toEqual({ 201: 5, 429: 25 }),
    ],
    'tickets from everywhere': [
      '40 tickets from 40 addresses: 30 were taken and none of the owner’s, now 10 are',
      async () => expect(await statuses(40, () => send({}))).toEqual({ 201: 10, 429: 30 }),
    ],
    'forged outages': [
      '30 outages whose Origin is the shop’s: 30 were taken, now 10 are',
      async () =>
        expect(await statuses(30, () => send(OUTAGE, { origin: ZURAW.installUrl }))).toEqual({ 201: 10, 429: 20 }),
    ],
  };

  describe.each(Object.entries(FLOODS))('%s', (_, [title, flood]) => {
    test(`${title}; the owner signs`, async () => {
      await flood();
      const session = await aSession(api, await aSecret(api));
      expect(await ownersNext({ session })).toEqual([201, 201, 200]);
    });

    test(`${title}; the owner signs nothing and writes from the usual address`, async () => {
      await officeIsKnown();
      await flood();
      expect(await ownersNext({ address: OFFICE })).toEqual([201, 201, 200]);
    });
  });
});

test('180 outages of six shops: 180 were taken, now 60 are, 10 of each shop', async () => {
  const shops = (await api.store.selectFrom('shops').select(['support_number', 'install_url']).execute()).slice(0, 6);
  const taken = await statuses(180, () => {
    const shop = shops[addresses % 6];
    return send({
      ...OUTAGE,
      topic: 'security',
      supportNumber: shop?.support_number ?? '',
      installUrl: shop?.install_url ?? '',
    });
  });
  expect(taken).toEqual({ 201: 60, 429: 120 });
  expect(await countTickets(api.store)).toBe(60);
});

describe('an address', () => {
  test('is usual for twelve months after an answer to a ticket from there, and only at that shop', async () => {
    await officeIsKnown();
    const ofOffice = (shop = ZURAW) => statuses(20, () => send({ ...shop, topic: 'security' }, { address: OFFICE }));
    expect(await ofOffice()).toEqual({ 201: 20 });
    expect(await ofOffice(ROWERY)).toEqual({ 201: 5, 429: 15 });
    api.clock.now = NOW.add({ hours: 24 * 365 });
    expect(await ofOffice()).toEqual({ 201: 5, 429: 15 });
  });

  test('is not usual any more once the ticket that was answered is closed as abuse', async () => {
    const number = await officeIsKnown();
    expect(
      (await ola.tell(`/tickets/${number}/status`, { status: 'closed', seenMessages: 2, reason: 'abuse' })).status,
    ).toBe(204);
    expect(await statuses(7, () => send({}, { address: OFFICE }))).toEqual({ 201: 5, 429: 2 });
  });

  test('of IPv6 counts together with the rest of its network', async () => {
    let last = 0;
    const flood = () => send({}, { address: `2001:db8:1:2::${(++last).toString(16)}` });
    expect(await statuses(10, flood)).toEqual({ 201: 5, 429: 5 });
  });

  test('may send two files of ten megabytes before a message takes them, and no third one', async () => {
    const whole = async () => {
      const id = newUploadId();
      const token = newToken();
      for (let start = 0; start < ATTACHMENTS.fileBytes; start += ATTACHMENTS.partBytes) {
        const part = firstPart().subarray(0, Math.min(ATTACHMENTS.partBytes, ATTACHMENTS.fileBytes - start));
        const { status } = await begin(part, ATTACHMENTS.fileBytes, { address: OFFICE, id, start }, token);
        if (status !== 200) return status;
      }
      return 200;
    };
    expect([await whole(), await whole(), await whole()]).toEqual([200, 200, 429]);
  });

  test('is stored as a hash under the key and the shop, and forgotten with its year', async () => {
    await officeIsKnown();
    const stored = JSON.stringify(await api.store.selectFrom('senders').selectAll().execute());
    expect(stored).not.toContain(OFFICE);
    expect(await sweepSenders(api.store, NOW.add({ hours: 24 * 365 - 1 }))).toBe(0);
    expect(await sweepSenders(api.store, NOW.add({ hours: 24 * 365 }))).toBe(1);
  });
});

test('what was taken is confirmed again, however full it is meanwhile', async () => {
  const key = newKey();
  const body = { ticketToken: newToken() };
  const first = await (await send(body, {}, key)).text();
  await statuses(20, () => send({}));
  const again = await send(body, {}, key);
  expect([again.status, await again.text()]).toEqual([201, first]);
});

test('there is room again when the oldest ticket is an hour old', async () => {
  await send({});
  api.clock.now = NOW.add({ minutes: 10 });
  await statuses(20, () => send({}));
  const refused = await send({});
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3000']);
  api.clock.now = NOW.add({ minutes: 60 });
  expect(await statuses(2, () => send({}))).toEqual({ 201: 1, 429: 1 });
});

describe('a ticket that comes with the token of an earlier one', () => {
  async function vouched(isVouched: boolean): Promise<{ number: string; token: string }> {
    const token = newToken();
    const { number } = (await (await send({ ticketToken: token })).json()) as { number: string };
    if (isVouched) expect((await ola.tell(`/tickets/${number}/vouch`, { isVouched })).status).toBe(204);
    return { number, token };
  }

  const proofOf = async (sent: Response) => {
    const { number } = (await sent.json()) as { number: string };
    return (await ola.ticket(number)).ticket.proof;
  };

  test('is proven where an agent said that it is the shop, and is taken when strangers have filled their share', async () => {
    const vouchedBy = await vouched(true);
    await statuses(30, () => send({}));
    expect(await proofOf(await send({ vouchedBy }))).toBe('vouched');
  });

  test('proves nothing where nobody said so, with another token, or at another shop', async () => {
    const vouchedBy = await vouched(true);
    expect(await proofOf(await send({ vouchedBy: await vouched(false) }))).toBe('unverified');
    expect(await proofOf(await send({ vouchedBy: { ...vouchedBy, token: newToken() } }))).toBe('unverified');
    expect(await proofOf(await send({ ...ROWERY, vouchedBy }))).toBe('unverified');
  });
});

describe('a block', () => {
  const until = NOW.add({ hours: 24 }).toString();

  async function block(): Promise<void> {
    const shop = await findShopByNumber(api.store, ZURAW.supportNumber);
    expect((await ola.tell(`/shops/${shop?.id}/blocks`, { reason: 'zalew', until })).status).toBe(201);
  }

  test('of a shop keeps out what is not proven, also from its usual address, and names e-mail, telephone and hours for an outage', async () => {
    await officeIsKnown();
    await block();
    const refused = await send(OUTAGE, { address: OFFICE });
    expect([refused.status, await refused.json()]).toEqual([
      403,
      {
        type: 'about:blank',
        title: 'Tickets that nothing proves are not taken from here now; write or call',
        status: 403,
        code: 'sender-blocked',
        contacts: { email: 'pomoc@shopgold.pl', phone: '+48 22 000 00 00' },
        opening: { openNow: false, text: 'pon.–pt. 8:00–16:00', nextOpening: '2026-11-23T07:00:00Z' },
      },
    ]);
    expect(await (await send({}, { address: OFFICE })).json()).toMatchObject({ contacts: { phone: null } });
    expect((await begin(smallFile(), PNG.length, { address: OFFICE })).status).toBe(403);
    expect((await send(ROWERY, { address: OFFICE })).status).toBe(201);
    api.clock.now = NOW.add({ hours: 24 });
    expect((await send({}, { address: OFFICE })).status).toBe(201);
  });

  test('never keeps out a session, nor a ticket’s own token from its thread and its files', async () => {
    const token = newToken();
    const { number } = (await (await send({ ticketToken: token })).json()) as { number: string };
    await block();
    const session = await aSession(api, await aSecret(api));
    expect(await ownersNext({ session })).toEqual([201, 201, 200]);
    expect((await begin(smallFile(), PNG.length, {}, token)).status).toBe(200);
    // The widget sends the files of a new ticket with the token that the ticket will have, and its session beside it.
    expect((await begin(smallFile(), PNG.length, { beside: session })).status).toBe(200);
    expect((await begin(smallFile(), PNG.length, { beside: `s_${'x'.repeat(43)}` })).status).toBe(403);
    expect((await begin(smallFile(), PNG.length, { beside: newToken() })).status).toBe(403);
    const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': newKey() };
    const path = `/api/v1/tickets/${number}/messages`;
    expect((await api.app.request(path, post({ text: 'Jeszcze jedno.' }, headers), from(OFFICE))).status).toBe(201);
  });

  test('of a range keeps out its addresses and no others, and says nothing to pairs that are no shop of ours', async () => {
    const stranger = { supportNumber: 'NieMaGo1' };
    const before = await (await send(stranger, { address: '198.51.100.9' })).text();
    await ola.tell('/blocks', { range: '198.51.100.0/24', reason: 'zalew', until });
    await ola.tell('/blocks', { range: '2001:db8::/32', reason: 'zalew', until });
    expect((await send({}, { address: '198.51.100.9' })).status).toBe(403);
    expect((await send({}, { address: '2001:db8:7::1' })).status).toBe(403);
    expect((await send({}, { address: '198.51.101.9' })).status).toBe(201);
    expect(await (await send(stranger, { address: '198.51.100.9' })).text()).toBe(before);
    await ola.tell('/blocks/1/lift', {});
    expect((await send({}, { address: '198.51.100.9' })).status).toBe(201);
  });
});

describe('an outage that is refused', () => {
  test('for the shop’s quota is told the telephone and when somebody answers it; other tickets the e-mail address', async () => {
    await statuses(10, () => send({}));
    const refused = await send(OUTAGE);
    expect([refused.status, refused.headers.get('Retry-After'), await refused.json()]).toEqual([
      429,
      '3600',
      expect.objectContaining({
        code: 'rate-limited',
        contacts: { email: 'pomoc@shopgold.pl', phone: '+48 22 000 00 00' },
        opening: { openNow: false, text: 'pon.–pt. 8:00–16:00', nextOpening: '2026-11-23T07:00:00Z' },
      }),
    ]);
    const other = (await (await send({})).json()) as object;
    expect(other).toMatchObject({ contacts: { email: 'pomoc@shopgold.pl', phone: null } });
    expect(other).not.toHaveProperty('opening');
  });

  test('for its address, before it is read, is told as well', async () => {
    await statuses(60, async () => api.app.request('/api/v1/tickets', post('{'), from(OFFICE)));
    expect(await (await send(OUTAGE, { address: OFFICE })).json()).toMatchObject({
      code: 'rate-limited',
      contacts: { phone: '+48 22 000 00 00' },
    });
  });
});

describe('somebody is told', () => {
  test('when seven of ten tickets of new addresses are used, once', async () => {
    await statuses(6, () => send({}));
    expect(await alarms()).toEqual([]);
    await statuses(4, () => send({}));
    expect(await alarms()).toEqual(['shop-tickets']);
  });

  test('when files of new addresses fill their share', async () => {
    await statuses(25, () => begin(smallFile(), PNG.length));
    expect(await alarms()).toEqual(['shop-uploads']);
  });

  test('when a thousand pairs that are no shop of ours were tried from anywhere', async () => {
    const stranger = post({ ...ZURAW, supportNumber: 'NieMaGo1' });
    const look = () => Promise.resolve(api.app.request('/api/v1/shop-status', stranger, from(anywhere())));
    await statuses(999, look);
    expect(await alarms()).toEqual([]);
    await statuses(2, look);
    expect(await alarms()).toEqual(['unknown-pairs']);
  });

  test('when fifty sign-ins failed', async () => {
    const wrong = () =>
      Promise.resolve(
        api.app.request('/api/desk/session', post({ email: `${++addresses}@x.pl`, password: 'zły' }), from(anywhere())),
      );
    await statuses(49, wrong);
    expect(await alarms()).toEqual([]);
    await statuses(2, wrong);
    expect(await alarms()).toEqual(['failed-sign-ins']);
  });
});
