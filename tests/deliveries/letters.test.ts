import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReplyStatus } from '../../src/contract/lists.ts';
import { composeLetter } from '../../src/deliveries/letters/compose-letter.ts';
import { setShopLicence } from '../../src/shops/set-shop-licence.ts';
import type { DeliveryRow } from '../../src/store/deliveries.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { putMailAddress } from '../../src/store/mail-addresses.ts';
import { findShopByNumber } from '../../src/store/shops.ts';
import { type TicketRow, updateTicket } from '../../src/store/tickets.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { anIncident } from '../support/an-incident.ts';
import { aCustomer, type Customer } from '../support/customer.ts';
import { MAIL, MAILBOX } from '../support/mail-settings.ts';
import { EXPIRED, RESOLD, ZURAW } from '../support/requests.ts';
import { FIRST_SETTINGS, MARK_KEY, NOW, type Service, service } from '../support/service.ts';

const ANNA = 'biuro@ksiegarnia-zuraw.pl';
const AT = toInstantText(NOW);

let api: Service;
let customer: Customer;
let asOpened: TicketRow;
/** the id of an agent's message */
let reply: number;
beforeAll(async () => {
  api = await service({ mail: MAIL });
  customer = await aCustomer(api, { subject: 'Próg „200 zł”' });
  const ticket = await api.store.selectFrom('tickets').selectAll().executeTakeFirstOrThrow();
  asOpened = { ...ticket, channel: 'panel' };
  const action = { number: customer.number, actor: 'operator', author: 'Marek' };
  await agentReplies({ store: api.store, now: () => NOW }, action, { text: 'Tak.', status: 'in-progress' });
  const messages = await api.store.selectFrom('messages').select('id').where('sender', '=', 'agent').execute();
  reply = messages[0]?.id ?? 0;
});
afterAll(() => api.discard());
beforeEach(async () => {
  await api.store.deleteFrom('mail_addresses').execute();
  await change(asOpened);
});

/** The settings of a service: whether it reads answers, and what it has of the vendor's. */
interface Around {
  isRead?: boolean;
  phone?: string | null;
  renewal?: string | null;
  updates?: string | null;
}

async function write(
  delivery: Partial<DeliveryRow>,
  { isRead = true, phone = null, renewal = null, updates = null }: Around = {},
) {
  const nothing = { shop_id: null, mail_id: null, thread_message: null, incident_id: null, reason: null };
  const unsent = { lease_until: null, message_id: null, server_id: null, server_reply: null, sent_at: null };
  const letter = await composeLetter(
    {
      store: api.store,
      markKey: MARK_KEY,
      mail: { ...MAIL, mailboxes: isRead ? [MAILBOX] : [] },
      publicUrl: 'https://pomoc.example',
      emergencyUrl: null,
      firstSettings: { ...FIRST_SETTINGS, contacts: { ...FIRST_SETTINGS.contacts, phone, renewal }, updates },
    },
    {
      ...{
        id: 1,
        event_id: 1,
        kind: 'receipt',
        recipient: ANNA,
        counted_as: ANNA,
        ticket_number: customer.number,
        language: 'pl',
      },
      ...{ created_at: AT, state: 'due', due_at: AT, tries: 1 },
      ...nothing,
      ...unsent,
      ...delivery,
    },
  );
  if (!letter) throw new Error('nothing to say');
  return letter;
}

const knowsUs = () => putMailAddress(api.store, { address: ANNA, wrote_at: AT });
const change = (columns: Parameters<typeof updateTicket>[2]) => updateTicket(api.store, customer.number, columns);
/** Of a shop that may have no support, by e-mail, which has no promise (R8). */
async function byEmailOf({ supportNumber }: { supportNumber: string }): Promise<void> {
  const shop = await findShopByNumber(api.store, supportNumber);
  await change({ channel: 'email', answer_by: null, shop_id: shop?.id ?? 0 });
}

describe('where nobody reads answers, no letter asks for one', () => {
  const INTO_NOTHING = 'odpowiedź na tę wiadomość nie trafi do zgłoszenia';

  test.each(['receipt', 'late', 'link'] as const)('a %s', async (kind) => {
    for (const isKnown of [false, true]) {
      if (isKnown) await knowsUs();
      const { text } = await write({ kind }, { isRead: false });
      expect(text).not.toContain('Odpowiedz na tę wiadomość');
      if (kind !== 'link') expect(text.toLowerCase()).toContain(INTO_NOTHING);
    }
  });

  test.each<[ReplyStatus, string]>([
    ['waiting-for-customer', 'Czekamy na Twoją odpowiedź.'],
    ['solved', 'Uważamy sprawę za załatwioną.'],
    ['in-progress', 'Dalej nad tym pracujemy.'],
  ])('a reply that leaves a ticket %s, and one says so where they are read', async (status, words) => {
    await change({ status });
    const about = { kind: 'reply', thread_message: reply } as const;
    const unread = await write(about, { isRead: false });
    expect(unread.text).toContain(words);
    expect(unread.text).toContain(INTO_NOTHING);
    expect(unread.text).not.toContain('dpowiedz na tę wiadomość');
    expect([unread.replyTo, unread.envelopeFrom]).toEqual([MAIL.from.address, MAIL.from.address]);
    const read = await write(about);
    expect(read.text).toContain(words);
    expect(read.text).toContain('dpowiedz na tę wiadomość');
    expect(read.text).not.toContain(INTO_NOTHING);
  });
});

test('the files of a reply are named, not sent; a copy says who has them', async () => {
  const file = { owner: 'agent:a', shop_id: 1, type: 'image/png', bytes: 1, received: 1, width: null, height: null };
  const files = ['zrzut.png', 'kod.png'].map((name, place) => ({ ...file, id: `f${place}`, name, place }));
  const claimed = { created_at: AT, message_id: reply };
  await api.store
    .insertInto('uploads')
    .values(files.map((one) => ({ ...one, ...claimed })))
    .execute();
  const of = (kind: 'reply' | 'copy') => write({ kind, thread_message: reply });
  const texts = [(await of('reply')).text, (await of('copy')).text];
  await api.store.deleteFrom('uploads').execute();
  expect(texts[0]).toContain('Pliki do tej odpowiedzi: zrzut.png, kod.png. Możesz je pobrać pod linkiem poniżej.');
  expect(texts[0]).toMatch(/poniżej[\s\S]+\/z\/#/);
  expect(texts[1]).toContain('Pliki do tej odpowiedzi: zrzut.png, kod.png. Dostał je autor zgłoszenia');
  expect((await of('reply')).text).not.toContain('Pliki');
});

describe('a receipt says what is true for its ticket', () => {
  test('from the panel: where the answer will be', async () => {
    expect((await write({})).text).toContain('Odpowiedź zobaczysz w panelu sklepu, w „Pomoc online”.');
    await change({ channel: 'form' });
    expect((await write({})).text).not.toContain('„Pomoc online”');
  });

  test('of a shop with support, by e-mail: there is no promise, and the panel is quicker', async () => {
    await byEmailOf(ZURAW);
    expect((await write({})).text).toContain('bez gwarantowanego terminu. Szybciej jest przez „Pomoc online”');
  });

  test('of a shop whose support is over: since when, how to renew it, and nothing of a panel that would refuse', async () => {
    await byEmailOf(EXPIRED);
    const { text } = await write({}, { renewal: 'https://shopgold.example/pomoc' });
    expect(text).toContain('skończyła się 28 lutego 2026, dlatego nie podajemy terminu odpowiedzi.');
    expect(text).toContain('Jak przedłużyć pomoc:\nhttps://shopgold.example/pomoc\n');
    expect(text).not.toContain('Szybciej');
    expect((await write({})).text).not.toContain('przedłużyć');
  });

  test('about updates: where they are and with which account, to who has access to them (C3)', async () => {
    const updates = 'https://shopgold.example/konto';
    await change({ topic: 'updates' });
    const { text } = await write({}, { updates });
    expect(text).toContain('po zalogowaniu na konto, z\u00a0którego kupiono sklep');
    expect(text).toContain(updates);
    expect((await write({})).text).not.toContain('kupiono sklep');
    await setShopLicence({ store: api.store, now: () => NOW }, 1, 'breached', 'operator');
    expect((await write({}, { updates })).text).not.toContain(updates);
    await setShopLicence({ store: api.store, now: () => NOW }, 1, 'valid', 'operator');
    await change({ topic: 'configuration' });
    expect((await write({}, { updates })).text).not.toContain(updates);
  });

  test('of a shop that was bought elsewhere', async () => {
    await byEmailOf(RESOLD);
    expect((await write({ language: 'en' })).text).toContain('its seller supports it and we cannot promise a time.');
  });

  test('of an outage: it goes first, and by telephone where there is one (R10)', async () => {
    await change({ outage_facts: '["orders-blocked"]' });
    expect((await write({}, { phone: '+48 22 123 45 67' })).text).toContain(
      'Awarie obsługujemy przed innymi zgłoszeniami. Możesz też zadzwonić: +48 22 123 45 67 (pon.–pt. 8:00–16:00).',
    );
    expect((await write({})).text).not.toContain('zadzwonić');
  });
});

test('whoever never wrote is told what a letter is by its subject, without a word of the ticket’s', async () => {
  const subjects = [];
  for (const kind of ['receipt', 'late', 'link'] as const) subjects.push((await write({ kind })).subject);
  expect(new Set(subjects).size).toBe(3);
  for (const subject of subjects) expect(subject).toMatch(/^\[\d+\] Pomoc shopGold: [^„]+$/);
  await knowsUs();
  expect((await write({ kind: 'late' })).subject).toBe(`[${customer.number}] Próg „200 zł”`);
});

test('an advisory says why it came, in the language there is', async () => {
  const incident_id = await anIncident(api, { kind: 'advisory', title: 'Luka', text: 'Wgraj https://a.pl/łatka' });
  const about = { kind: 'advisory', ticket_number: null, incident_id } as const;
  const { text, subject, headers } = await write({ ...about, language: 'en' });
  expect(subject).toBe('Luka');
  expect(text).toContain('Wgraj https://a.pl/łatka');
  expect(text).toContain('\n-- \nYou get this message because this address is the contact of a shop in a version');
  expect(headers).toEqual({ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' });
});

test('the marks of an agent are a list and bold words in HTML, and what was typed in the text', async () => {
  const typed = 'Proszę **sprawdzić**:\n- adres\n- <b>hasło</b>\nPotem 602 140 318.';
  const incident_id = await anIncident(api, { kind: 'advisory', text: typed });
  const { html, text } = await write({ kind: 'advisory', ticket_number: null, incident_id });
  expect(text).toContain(typed);
  const plain = html.replace(/ (?:style|href)="[^"]*"/g, '');
  expect(plain).toContain(
    'Proszę <strong>sprawdzić</strong>:<br><ul><li>- adres</li><li>- &lt;b&gt;hasło&lt;/b&gt;</li></ul>Potem <a>602 140 318</a>.',
  );
  expect(html).toContain('href="tel:+48602140318"');
});

test('the HTML is simple, its addresses are links, and no colour stands without its ground', async () => {
  const incident_id = await anIncident(api, {
    kind: 'advisory',
    text: 'Wgraj https://a.pl/?x=1&y=2.\n  Potem <b>zapisz</b>',
  });
  const { html } = await write({ kind: 'advisory', ticket_number: null, incident_id });
  expect(html).toContain('Wgraj <a href="https://a.pl/?x=1&amp;y=2"');
  expect(html).toContain('>https://a.pl/?x=1&amp;y=2</a>.<br>&#160; Potem &lt;b&gt;');
  expect(html).not.toMatch(/<(?:table|img|script|style|link)|flex|grid|position|url\(/);
  for (const [, style = ''] of html.matchAll(/style="([^"]*background-color[^"]*)"/g))
    expect(style).toMatch(/(?:^|;)color:#/);
  expect(html).toMatch(/<body style="[^"]*background-color/);
});
