import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskMail, DeskMailList, DeskMailRead } from '../../../src/contract/desk/mails.ts';
import { toInstantText } from '../../../src/store/instants.ts';
import { findMail } from '../../../src/store/mails.ts';
import { findShopByNumber } from '../../../src/store/shops.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { MAIL } from '../../support/mail-settings.ts';
import { ROWERY, ZURAW } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';
import { aStoredLetter, rawLetter, WORDS } from '../../support/stored-letter.ts';

const NAMED = `${WORDS}\nNumer ${ZURAW.supportNumber}, sklep www.ksiegarnia-zuraw.pl`;

let api: Service;
let ola: DeskAgent;
beforeEach(async () => {
  api = await service({ mail: MAIL });
  ola = await aDeskAgent(api);
});
afterEach(() => api.discard());

const shopId = async (number = ZURAW.supportNumber) => (await findShopByNumber(api.store, number))?.id ?? 0;
const tickets = () => api.store.selectFrom('tickets').selectAll().orderBy('sequence').execute();
const events = async () => {
  const rows = await api.store.selectFrom('audit').select(['action', 'details']).orderBy('id').execute();
  return rows.filter(({ action }) => action.includes('mail')).map(({ action, details }) => `${action} ${details}`);
};

async function list(query: string): Promise<DeskMailList> {
  const response = await ola.ask(`/mails?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as DeskMailList;
}

async function tell(path: string, body: object = {}): Promise<{ status: number } & Record<string, unknown>> {
  const response = await ola.tell(path, body);
  const text = await response.text();
  return { ...(text && JSON.parse(text)), status: response.status };
}

describe('the list of letters', () => {
  test('says who wrote what when, why it stands there, and whether its sender was asked', async () => {
    await aStoredLetter(api.store, { asked_at: toInstantText(NOW) });
    await aStoredLetter(api.store, { fate: 'set-aside', reason: 'list' });
    await aStoredLetter(api.store, { fate: 'unreadable', from_address: null, subject: null, raw: null });
    const { mails, waiting, isOn, next } = await list('fate=waits');
    expect({ waiting, isOn, next }).toEqual({ waiting: 1, isOn: false, next: null });
    expect(mails).toEqual([
      {
        id: expect.any(Number),
        from: { address: 'anna@poczta.example', name: 'Anna Żuraw' },
        subject: 'Darmowa dostawa',
        at: '2026-11-22T09:00:00Z',
        bytes: expect.any(Number),
        fate: 'waits',
        reason: 'no-shop',
        askedAt: '2026-11-22T09:00:00Z',
        handledBy: null,
        handledAt: null,
        isKept: true,
      } satisfies DeskMail,
    ]);
    expect((await list('fate=set-aside')).mails).toMatchObject([{ reason: 'list' }]);
    expect((await list('fate=unreadable')).mails).toMatchObject([{ from: null, subject: null, isKept: false }]);
  });

  test('comes page by page, the newest first, and takes no other fate', async () => {
    for (let letter = 0; letter < 52; letter++) await aStoredLetter(api.store, { raw: null });
    const first = await list('fate=waits');
    expect([first.mails.length, first.waiting]).toEqual([50, 52]);
    const second = await list(`fate=waits&cursor=${first.next}`);
    expect([second.mails.length, second.next]).toEqual([2, null]);
    expect(first.mails.at(-1)?.id).toBe((second.mails[0]?.id ?? 0) + 1);
    expect((await ola.ask('/mails?fate=opened')).status).toBe(422);
    expect((await ola.ask('/mails')).status).toBe(422);
  });
});

describe('one letter', () => {
  const read = async (mail: number) => {
    const response = await ola.ask(`/mails/${mail}`);
    return { status: response.status, ...((await response.json()) as DeskMailRead) };
  };

  test('is read with its words, what it quotes, its files and copies, recorded once an hour', async () => {
    const boundary = 'b'.repeat(20);
    const raw = Buffer.from(
      [
        'From: anna@poczta.example',
        'To: pomoc@shopgold.pl',
        'Cc: szef@poczta.example',
        'Subject: Pliki',
        'Message-ID: <pliki@poczta.example>',
        'MIME-Version: 1.0',
        `Content-Type: multipart/mixed; boundary=${boundary}`,
        '',
        `--${boundary}`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        `${WORDS}`,
        '',
        'W dniu 3.08.2026 o 10:12, Pomoc pisze:',
        '> stare',
        `--${boundary}`,
        'Content-Type: text/plain; name=log.txt',
        'Content-Disposition: attachment; filename=log.txt',
        '',
        '12345',
        `--${boundary}--`,
        '',
      ].join('\r\n'),
    );
    const mail = await aStoredLetter(api.store, { raw });
    const letter = await read(mail);
    expect(letter).toMatchObject({ status: 200, ticket: null, mail: { id: mail, fate: 'waits' } });
    expect(letter.words).toMatchObject({
      text: expect.stringContaining(WORDS),
      quoted: expect.stringContaining('stare'),
      files: [{ name: 'log.txt', bytes: 5 }],
      copiedTo: ['szef@poczta.example'],
    });
    await read(mail);
    expect(await events()).toEqual([`read.mail {"mail":${mail}}`]);
  });

  test('offers the shops of its sender, of a number and of an address in it, in this order', async () => {
    const text = `Numer ${ZURAW.supportNumber.toUpperCase()}, a sklep to ${ROWERY.installUrl}`;
    const mail = await aStoredLetter(api.store, { raw: rawLetter({ text }) });
    const because = async () => (await read(mail)).shops.map(({ supportNumber, because: why }) => [supportNumber, why]);
    expect(await because()).toEqual([
      [ZURAW.supportNumber, 'number'],
      [ROWERY.supportNumber, 'address'],
    ]);
    await api.store
      .updateTable('shops')
      .set({ contact_email: 'Anna@poczta.example' })
      .where('support_number', '=', ROWERY.supportNumber)
      .execute();
    expect(await because()).toEqual([
      [ROWERY.supportNumber, 'sender'],
      [ZURAW.supportNumber, 'number'],
    ]);
  });

  test('that is a ticket by now names it and asks for no shop; without bytes it has no words', async () => {
    const mail = await aStoredLetter(api.store);
    const { number } = await tell(`/mails/${mail}/shop`, { shop: await shopId() });
    expect(await read(mail)).toMatchObject({ ticket: number, shops: [] });
    const gone = await aStoredLetter(api.store, { raw: null, fate: 'unreadable', from_address: null });
    expect(await read(gone)).toMatchObject({ words: null, shops: [] });
    expect((await read(999_999)).status).toBe(404);
  });
});

describe('a letter that waits', () => {
  test('given its shop opens a ticket as of the time it came, by the agent, whom no quota stops', async () => {
    const came = NOW.subtract({ hours: 50 });
    const mail = await aStoredLetter(api.store, { stored_at: toInstantText(came) });
    const { status, fate, number } = await tell(`/mails/${mail}/shop`, { shop: await shopId() });
    expect({ status, fate }).toEqual({ status: 200, fate: 'opened' });
    const [ticket] = await tickets();
    expect(ticket).toMatchObject({
      number,
      channel: 'email',
      shop_id: await shopId(),
      received_at: toInstantText(came),
      proof: 'unverified',
    });
    expect(await findMail(api.store, mail)).toMatchObject({
      fate: 'opened',
      ticket_number: number,
      shop_id: await shopId(),
      handled_by: ola.id,
    });
    const { messages, audit } = await ola.ticket(String(number));
    expect(messages.map(({ text, via }) => [text.trim(), via])).toEqual([[WORDS, 'email']]);
    expect(audit[0]).toMatchObject({ action: 'ticket.opened', actor: ola.id });
    for (let letter = 0; letter < 12; letter++) {
      const id = await aStoredLetter(api.store);
      expect((await tell(`/mails/${id}/shop`, { shop: await shopId() })).status).toBe(200);
    }
  });

  test('given it twice, or by two agents at once, is one ticket and one event', async () => {
    const mail = await aStoredLetter(api.store);
    const shop = await shopId();
    const both = await Promise.all([tell(`/mails/${mail}/shop`, { shop }), tell(`/mails/${mail}/shop`, { shop })]);
    const again = await tell(`/mails/${mail}/shop`, { shop });
    expect(new Set([...both, again].map(({ number }) => number)).size).toBe(1);
    expect(await tickets()).toHaveLength(1);
    expect(await events()).toEqual([`mail.taken {"mail":${mail},"ticket":"${again.number}"}`]);
  });

  test('of which a colleague said that it is of another shop, tells the ticket that it is by now', async () => {
    const mail = await aStoredLetter(api.store);
    const { number } = await tell(`/mails/${mail}/shop`, { shop: await shopId() });
    const other = await tell(`/mails/${mail}/shop`, { shop: await shopId(ROWERY.supportNumber) });
    expect(other).toMatchObject({ status: 409, code: 'conflict', ticket: number });
    expect(await tell(`/mails/${mail}/set-aside`)).toMatchObject({ status: 409, ticket: number });
    expect(await tickets()).toHaveLength(1);
  });

  test('which answers our question about a letter that has its ticket by now joins that one', async () => {
    const first = await aStoredLetter(api.store, { header_id: 'pierwszy@poczta.example' });
    const { number } = await tell(`/mails/${first}/shop`, { shop: await shopId() });
    const answer = await aStoredLetter(api.store, {
      raw: rawLetter({ text: 'Jeszcze jedno.', fields: ['In-Reply-To: <pierwszy@poczta.example>'] }),
      reason: 'asked-before',
    });
    expect(await tell(`/mails/${answer}/shop`, { shop: await shopId() })).toMatchObject({ fate: 'joined', number });
    expect((await ola.ticket(String(number))).messages).toHaveLength(2);
  });

  test('is not made a ticket of no shop, nor without its bytes', async () => {
    const mail = await aStoredLetter(api.store);
    expect(await tell(`/mails/${mail}/shop`, { shop: 999_999 })).toMatchObject({ status: 404 });
    expect(await tell('/mails/999999/shop', { shop: await shopId() })).toMatchObject({ status: 404 });
    expect(await tell(`/mails/${mail}/shop`, { shop: 'x' })).toMatchObject({ status: 422 });
    const gone = await aStoredLetter(api.store, { raw: null });
    expect(await tell(`/mails/${gone}/shop`, { shop: await shopId() })).toMatchObject({
      status: 409,
      code: 'conflict',
    });
    expect(await tickets()).toEqual([]);
  });

  test('is set aside once, and stands there with the agent who did it', async () => {
    const mail = await aStoredLetter(api.store);
    for (let press = 0; press < 2; press++) expect(await tell(`/mails/${mail}/set-aside`)).toEqual({ status: 204 });
    expect(await events()).toEqual([`mail.set-aside {"mail":${mail}}`]);
    expect((await list('fate=waits')).mails).toEqual([]);
    expect((await list('fate=set-aside')).mails).toMatchObject([
      { id: mail, reason: 'by-agent', handledBy: { id: ola.id, name: 'Ola Nowak' } },
    ]);
    expect(await tell('/mails/999999/set-aside')).toMatchObject({ status: 404 });
  });
});

describe('a letter that was set aside', () => {
  const aside = (text: string) =>
    aStoredLetter(api.store, { fate: 'set-aside', reason: 'auto-submitted', raw: rawLetter({ text }) });

  test('said to be a ticket is one of the shop that it names', async () => {
    const mail = await aside(NAMED);
    const taken = await tell(`/mails/${mail}/take`);
    expect(taken).toMatchObject({ status: 200, fate: 'opened' });
    expect(await tell(`/mails/${mail}/take`)).toEqual(taken);
    expect((await tickets()).map(({ number, shop_id }) => [number, shop_id])).toEqual([[taken.number, await shopId()]]);
    expect(await findMail(api.store, mail)).toMatchObject({ shop_id: await shopId(), handled_by: ola.id });
  });

  test('and naming none waits, and its sender is asked once', async () => {
    const mail = await aside('Nic nie działa');
    for (let press = 0; press < 2; press++) {
      expect(await tell(`/mails/${mail}/take`)).toMatchObject({ status: 200, fate: 'waits', number: null });
    }
    expect((await list('fate=waits')).mails).toMatchObject([{ id: mail, askedAt: '2026-11-22T09:00:00Z' }]);
    expect((await events()).filter((event) => event.startsWith('mail.asked'))).toHaveLength(1);
  });
});

test('a letter is downloaded as it came, never shown, and that is recorded', async () => {
  const raw = rawLetter({ text: '<script>alert(1)</script>' });
  const mail = await aStoredLetter(api.store, { fate: 'unreadable', raw });
  const response = await ola.ask(`/mails/${mail}/raw`);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(raw));
  expect(response.headers.get('Content-Type')).toBe('message/rfc822');
  expect(response.headers.get('Content-Disposition')).toContain(`attachment; filename="list-${mail}.eml"`);
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(await events()).toEqual([`read.mail {"mail":${mail}}`]);
  expect((await ola.ask('/mails/999999/raw')).status).toBe(404);
  expect((await ola.ask(`/mails/${await aStoredLetter(api.store, { raw: null })}/raw`)).status).toBe(404);
});
