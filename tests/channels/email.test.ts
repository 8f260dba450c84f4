import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmailDeps, takeLetter } from '../../src/channels/email.ts';
import type { IncomingLetter, StoredLetter } from '../../src/channels/incoming-letter.ts';
import { bounceTag, linkKey, messageIdOf, replyTag } from '../../src/identity/mail-marks.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { findMailAddress } from '../../src/store/mail-addresses.ts';
import { insertMail, updateMail } from '../../src/store/mails.ts';
import { findTicket } from '../../src/store/tickets.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { aCustomer, PNG } from '../support/customer.ts';
import { aDeskAgent } from '../support/desk-agent.ts';
import { MAIL } from '../support/mail-settings.ts';
import { HASH_KEY, MARK_KEY, NOW, type Service, service } from '../support/service.ts';

const ANNA = 'anna@poczta.example';

let api: Service;
let deps: EmailDeps;
const kept = new Map<number, IncomingLetter>();
beforeEach(async () => {
  api = await service({ mail: MAIL });
  kept.clear();
  deps = {
    store: api.store,
    now: () => api.clock.now,
    hashKey: HASH_KEY,
    scanner: null,
    markKey: MARK_KEY,
    ownAddresses: ['pomoc@shopgold.pl'],
    readAgain: async (id) => kept.get(id) ?? null,
  };
});
afterEach(() => api.discard());

function letter(otherwise: Partial<IncomingLetter> = {}): IncomingLetter {
  const text = 'Gdzie ustawić próg?\nNumer 7KcWt9Ru, sklep www.ksiegarnia-zuraw.pl';
  return {
    headerId: null,
    inReplyTo: [],
    references: [],
    from: { address: ANNA, name: 'Anna Żuraw' },
    to: ['pomoc@shopgold.pl'],
    cc: [],
    subject: 'Darmowa dostawa',
    text,
    body: [otherwise.text ?? text, otherwise.quoted ?? ''].join('\n\n').trim(),
    quoted: null,
    signature: null,
    language: 'pl',
    files: [],
    leftOut: [],
    kind: 'person',
    reason: null,
    bounce: null,
    ...otherwise,
  };
}

/** Stores a letter as the mailbox does. */
async function stored(read: IncomingLetter, contentKey = crypto.randomUUID()): Promise<StoredLetter> {
  const id = await insertMail(api.store, {
    content_key: contentKey,
    mailbox: 'pomoc',
    uid_validity: '1',
    uid: 1,
    stored_at: toInstantText(api.clock.now),
    bytes: 10,
    raw: null,
    fate: 'stored',
    reason: null,
    ticket_number: null,
    shop_id: null,
    header_id: read.headerId,
    from_address: read.from?.address.toLowerCase() ?? null,
    from_name: null,
    subject: read.subject,
    language: read.language,
    asked_at: null,
    handled_by: null,
    handled_at: null,
  });
  kept.set(id ?? 0, read);
  return { id: id ?? 0, contentKey, read, isAligned: false };
}

async function take(read: IncomingLetter, otherwise: Partial<StoredLetter> = {}) {
  const one = { ...(await stored(read)), ...otherwise };
  const fate = await takeLetter(deps, one);
  const ticket_number = 'ticketNumber' in fate ? fate.ticketNumber : null;
  await updateMail(api.store, one.id, { fate: fate.fate, ticket_number });
  return { ...fate, one };
}

const tickets = () => api.store.selectFrom('tickets').selectAll().orderBy('sequence').execute();
const messages = () => api.store.selectFrom('messages').selectAll().orderBy('id').execute();
const owed = async () =>
  (await api.store.selectFrom('deliveries').select(['kind', 'recipient']).orderBy('id').execute()).map(
    ({ kind, recipient }) => `${kind} ${recipient}`,
  );

describe('a letter with number and address', () => {
  test('opens a ticket without a promise, last in the queue, and owes a receipt', async () => {
    const { fate } = await take(letter());
    expect(fate).toBe('opened');
    const [ticket] = await tickets();
    expect(ticket).toMatchObject({
      channel: 'email',
      proof: 'unverified',
      topic: 'other',
      subject: 'Darmowa dostawa',
      contact_email: ANNA,
      contact_name: 'Anna Żuraw',
      answer_by: null,
    });
    expect(await owed()).toEqual([`receipt ${ANNA}`]);
  });

  test('taken again after a crash, opens nothing a second time', async () => {
    const one = await stored(letter({ files: [{ name: 'a.png', type: 'image/png', content: PNG }] }));
    const first = await takeLetter(deps, one);
    expect(await takeLetter(deps, one)).toEqual(first);
    expect(await tickets()).toHaveLength(1);
    expect(await owed()).toHaveLength(1);
  });

  test('may have them in its signature, in what it quotes, and with slips of typing', async () => {
    const signed = { text: 'Nie działa', quoted: '--\nKsięgarnia\nhttps://ksiegarnia-zuraw.pl/sklep | 7kcwt9ru' };
    expect((await take(letter(signed))).fate).toBe('opened');
    expect((await take(letter({ text: 'numer:7KcWt9Ru;htp://ksiegarnia-zuraw.pl' }))).fate).toBe('opened');
  });

  test('of a shop whose support is over is taken, and so is one of a shop bought elsewhere', async () => {
    const shops = await api.store.selectFrom('shops').selectAll().execute();
    const reseller = shops.find(({ bought_directly }) => bought_directly === 0);
    expect((await take(letter({ text: `${reseller?.support_number} ${reseller?.install_url}` }))).fate).toBe('opened');
  });

  test('has its files by the rules of all files, and names those that are not taken', async () => {
    const files = [
      { name: 'zrzut.png', type: 'image/png', content: PNG },
      { name: 'wirus.exe', type: 'application/octet-stream', content: Buffer.from('MZ\x90\x00\x03\x00\x00\x00') },
    ];
    await take(letter({ files }));
    const uploads = await api.store.selectFrom('uploads').select(['name', 'message_id']).execute();
    expect(uploads).toEqual([{ name: 'zrzut.png', message_id: expect.any(Number) }]);
    expect((await messages())[0]?.quoted).toContain('wirus.exe (takich plików nie przyjmujemy)');
  });
});

describe('a letter without them', () => {
  const bare = (otherwise = {}) => letter({ text: 'Sklep nie działa, pomocy', ...otherwise });

  test('waits, and its sender is asked once, without a character of the letter', async () => {
    const { fate, one } = await take(bare());
    expect(fate).toBe('waits');
    await takeLetter(deps, one);
    expect(await owed()).toEqual([`question ${ANNA}`]);
    expect(await tickets()).toEqual([]);
  });

  test('of somebody who was asked today is not asked, and nothing says that it was', async () => {
    await take(bare());
    const { one } = await take(bare({ subject: 'Jeszcze raz' }));
    expect(await owed()).toEqual([`question ${ANNA}`]);
    const row = await api.store.selectFrom('mails').select('asked_at').where('id', '=', one.id).executeTakeFirst();
    expect(row?.asked_at).toBeNull();
    const asked = api.store.selectFrom('audit').select('id').where('action', '=', 'mail.asked');
    expect(await asked.execute()).toHaveLength(1);
  });

  test('opens its ticket once the answer names the shop, as of the first letter’s time', async () => {
    await take(bare({ subject: 'Awaria' }));
    const question = await api.store.selectFrom('deliveries').selectAll().executeTakeFirstOrThrow();
    api.clock.now = NOW.add({ hours: 13 * 24 });
    const id = messageIdOf(MARK_KEY, { number: '0', delivery: question.id }, 'shopgold.pl');
    const { fate } = await take(letter({ inReplyTo: [id], text: '7KcWt9Ru ksiegarnia-zuraw.pl' }));
    expect(fate).toBe('joined');
    const [ticket, ...others] = await tickets();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ subject: 'Awaria', received_at: toInstantText(NOW), message_count: 2 });
    expect((await messages()).map(({ text }) => text)).toEqual([
      'Sklep nie działa, pomocy',
      '7KcWt9Ru ksiegarnia-zuraw.pl',
    ]);
    expect(await findMailAddress(api.store, ANNA)).toMatchObject({ wrote_at: expect.any(String) });
  });

  test('answered after 14 days, counts as come with the answer', async () => {
    const { one } = await take(bare({ headerId: 'a1@poczta.example' }));
    api.clock.now = NOW.add({ hours: 15 * 24 });
    await take(letter({ inReplyTo: ['a1@poczta.example'], text: '7KcWt9Ru ksiegarnia-zuraw.pl' }));
    expect((await tickets())[0]).toMatchObject({ received_at: toInstantText(api.clock.now) });
    expect(one.id).toBe(1);
  });

  test('is asked no second time by an answer that names none either', async () => {
    await take(bare({ headerId: 'a1@poczta.example' }));
    expect(await take(bare({ inReplyTo: ['a1@poczta.example'] }))).toMatchObject({ reason: 'asked-before' });
    expect(await owed()).toHaveLength(1);
  });

  test.each([
    ['a number of another shop', '4fMqZ8xB ksiegarnia-zuraw.pl'],
    ['a number alone', '7KcWt9Ru'],
    ['an address alone', 'https://www.ksiegarnia-zuraw.pl'],
    ['the address of mail in the place of the shop’s', '7KcWt9Ru biuro@ksiegarnia-zuraw.pl'],
    ['two shops', '7KcWt9Ru ksiegarnia-zuraw.pl, 4fMqZ8xB rowery-kolo.pl/sklep'],
    ['the number as a part of a word', 'x7KcWt9Ru ksiegarnia-zuraw.pl'],
  ])('names none: %s', async (_, text) => {
    expect((await take(letter({ subject: 'Pytanie', text }))).fate).toBe('waits');
  });
});

describe('an answer', () => {
  test.each([
    [
      'by our Message-ID',
      (number: string) => ({ inReplyTo: [messageIdOf(MARK_KEY, { number, delivery: 1 }, 'x.pl')] }),
    ],
    [
      'by References only',
      (number: string) => ({
        references: ['else@x.pl', messageIdOf(MARK_KEY, { number, delivery: 1 }, 'x.pl'), 'other@x.pl'],
      }),
    ],
    [
      'by the address, made upper case',
      (number: string) => ({
        to: [`pomoc+${replyTag(MARK_KEY, number)}@shopgold.pl`.toUpperCase()],
      }),
    ],
  ])('joins its ticket %s', async (_, road) => {
    const { number } = await aCustomer(api, { contact: { email: ANNA } });
    const fate = await take(letter({ text: 'Dalej nie działa', ...road(number) }));
    expect(fate).toMatchObject({ fate: 'joined', ticketNumber: number });
    expect((await messages()).at(-1)).toMatchObject({ text: 'Dalej nie działa', via: 'email', from_address: ANNA });
    expect(await findTicket(api.store, number)).toMatchObject({ message_count: 2 });
  });

  test('has its files in the ticket', async () => {
    const { number } = await aCustomer(api, { contact: { email: ANNA } });
    const files = [{ name: 'zrzut.png', type: 'image/png', content: PNG }];
    await take(letter({ files, inReplyTo: [messageIdOf(MARK_KEY, { number, delivery: 1 }, 'x.pl')] }));
    const message = (await messages()).at(-1);
    expect(message?.quoted).toBeNull();
    const uploads = await api.store.selectFrom('uploads').select(['name', 'message_id']).execute();
    expect(uploads).toEqual([{ name: 'zrzut.png', message_id: message?.id }]);
  });

  test('from another address is marked, changes no contact and is told nothing', async () => {
    const { number } = await aCustomer(api, { contact: { email: ANNA } });
    const before = await owed();
    await take(
      letter({
        from: { address: 'Ewa@x.pl', name: 'Ewa' },
        cc: ['szef@x.pl'],
        inReplyTo: [messageIdOf(MARK_KEY, { number, delivery: 1 }, 'x.pl')],
      }),
    );
    expect((await messages()).at(-1)).toMatchObject({
      from_address: 'ewa@x.pl',
      from_proof: 'unproven',
      copied_to: '["szef@x.pl"]',
    });
    expect(await findTicket(api.store, number)).toMatchObject({ contact_email: ANNA });
    expect(await owed()).toEqual(before);
  });

  test('with a mark makes known who got that mark, and nobody else whom it names as its sender', async () => {
    const { number } = await aCustomer(api, { contact: { email: ANNA } });
    await api.store.updateTable('deliveries').set({ message_id: 'sent' }).execute();
    const roads = [
      { inReplyTo: [messageIdOf(MARK_KEY, { number, delivery: 1 }, 'x.pl')] },
      { to: [`pomoc+${replyTag(MARK_KEY, number)}@shopgold.pl`] },
    ];
    for (const [place, road] of roads.entries()) {
      const stranger = `obcy${place}@x.pl`;
      await take(letter({ text: 'Cześć', from: { address: stranger, name: '' }, ...road }));
      expect(await findMailAddress(api.store, stranger)).toBeNull();
    }
    for (const road of roads) {
      await api.store.deleteFrom('mail_addresses').execute();
      await take(letter({ text: 'Dzień dobry', ...road }));
      expect(await findMailAddress(api.store, ANNA)).toMatchObject({ wrote_at: expect.any(String) });
    }
  });

  test('by the id that a server gave our letter joins from the address that got it, and from no other', async () => {
    const { number } = await aCustomer(api, { contact: { email: ANNA } });
    await api.store.updateTable('deliveries').set({ server_id: '0102-a@email.amazonses.com' }).execute();
    const answer = { text: 'Dalej nic', inReplyTo: ['0102-a@email.amazonses.com'] };
    expect((await take(letter({ ...answer, from: { address: 'obcy@x.pl', name: '' } }))).fate).toBe('waits');
    expect(await take(letter(answer))).toMatchObject({ fate: 'joined', ticketNumber: number });
    expect(await findMailAddress(api.store, ANNA)).toBeNull();
  });
  test('is answered to those of its copies, and to another writer, where an agent wants it so; never to us', async () => {
    const ola = await aDeskAgent(api);
    const { number } = await aCustomer(api, { contact: { email: ANNA } });
    const written = letter({
      from: { address: 'Ewa@x.pl', name: 'Ewa' },
      cc: ['szef@x.pl', ANNA, 'pomoc@shopgold.pl', 'noreply@x.pl', 'Szef@x.pl'],
      inReplyTo: [messageIdOf(MARK_KEY, { number, delivery: 1 }, 'x.pl')],
    });
    await take({ ...written, to: [`pomoc+${replyTag(MARK_KEY, number)}@shopgold.pl`] });
    expect((await ola.ticket(number)).ticket.copies).toEqual(['ewa@x.pl', 'szef@x.pl']);
    await ola.answer(number, 'Tylko kontaktowi.', { seenMessages: 2 });
    const letters = async () => (await ola.ticket(number)).letters.map(({ kind, recipient }) => `${kind} ${recipient}`);
    expect(await letters()).toEqual([`receipt ${ANNA}`, `reply ${ANNA}`]);
    await take(letter({ cc: ['szef@x.pl'], to: [`pomoc+${replyTag(MARK_KEY, number)}@shopgold.pl`] }));
    await ola.answer(number, 'Wszystkim.', { seenMessages: 4, hasCopies: true });
    expect((await letters()).slice(2)).toEqual([`reply ${ANNA}`, 'copy szef@x.pl']);
    expect((await ola.ticket(number)).messages.at(-1)).toMatchObject({ kind: 'agent', copiedTo: ['szef@x.pl'] });
  });

  test.each([
    [true, ANNA, 'known'],
    [true, 'inny@poczta.example', 'signed'],
    [false, ANNA, 'unproven'],
  ] as const)(
    'DMARC-aligned: %s, where the registered contact is %s: its writer is %s',
    async (isAligned, registered, proof) => {
      await api.store.updateTable('shops').set({ contact_email: registered }).execute();
      const one = await stored(letter());
      await takeLetter(deps, { ...one, isAligned });
      expect((await messages()).at(-1)).toMatchObject({ from_address: ANNA, from_proof: proof });
    },
  );

  test('that quotes our link gives its key to nobody', async () => {
    const { number } = await aCustomer(api, { contact: { email: ANNA } });
    const head = 'W dniu 3.08.2026 o 10:12, Pomoc pisze:\n';
    const quoted = `${head}> https://pomoc.example/z/#${number}.${linkKey(MARK_KEY, number, 1)}`;
    await take(letter({ quoted, to: [`pomoc+${replyTag(MARK_KEY, number)}@shopgold.pl`] }));
    expect((await messages()).at(-1)?.quoted).toBe(`${head}> https://pomoc.example/z/#${number}`);
  });

  test('quotes a reply of ours without any mark: what we wrote tells where the new words end', async () => {
    const { number } = await aCustomer(api, { contact: { email: ANNA } });
    const ours = 'Proszę sprawdzić prawa do folderu images i napisać, co pokazuje panel.';
    await agentReplies(
      deps,
      { number, actor: 'operator', author: 'Jan' },
      { text: ours, status: 'waiting-for-customer' },
    );
    const quoted = `W dniu 3.08.2026 o 10:12, Pomoc pisze:\n${ours}`;
    await take(letter({ text: 'Prawa są 755.', quoted, to: [`pomoc+${replyTag(MARK_KEY, number)}@shopgold.pl`] }));
    expect((await messages()).at(-1)).toMatchObject({ text: 'Prawa są 755.', quoted });
  });

  test.each([
    ['a number in the subject', (number: string) => ({ subject: `Odp: [${number}] Dostawa` })],
    [
      'a wrong mark',
      (number: string) => ({
        inReplyTo: [messageIdOf(new Uint8Array(32), { number, delivery: 1 }, 'shopgold.pl')],
      }),
    ],
    ['a wrong address', (number: string) => ({ to: [`pomoc+${replyTag(new Uint8Array(32), number)}@shopgold.pl`] })],
    [
      'the mark of our own people’s alarm',
      (number: string) => ({
        inReplyTo: [messageIdOf(MARK_KEY, { number, delivery: 2 }, 'shopgold.pl')],
      }),
    ],
  ])('is none by %s', async (_, road) => {
    const { number } = await aCustomer(api, { topic: 'outage', outage: { facts: ['shop-down'] } });
    const { fate } = await take(letter({ text: 'A to?', ...road(number) }));
    expect(fate).toBe('waits');
    expect(await findTicket(api.store, number)).toMatchObject({ message_count: 1 });
  });

  test('to the writer’s own earlier letter joins its ticket; from another address it does not', async () => {
    await take(letter({ headerId: 'a1@poczta.example' }));
    expect((await take(letter({ inReplyTo: ['a1@poczta.example'], text: 'I jeszcze' }))).fate).toBe('joined');
    const other = { from: { address: 'obcy@x.pl', name: '' }, inReplyTo: ['a1@poczta.example'], text: 'Ja też' };
    expect((await take(letter(other))).fate).toBe('waits');
  });
});

describe('nothing is opened and nothing answered by', () => {
  test.each([
    ['an automatic letter', { kind: 'automatic', reason: 'auto-submitted' }, 'auto-submitted'],
    ['a list', { kind: 'list', reason: null }, 'list'],
    ['spam', { kind: 'spam', reason: null }, 'spam'],
    ['our own letter', { from: { address: 'Pomoc@shopgold.pl', name: '' } }, 'own-address'],
    [
      'one from an address of a thread of ours',
      { from: { address: 'pomoc+1-a@shopgold.pl', name: '' } },
      'own-address',
    ],
    [
      'what comes to where bounces go, and is none',
      { to: [`pomoc+odbicia-${bounceTag(MARK_KEY, 1)}@shopgold.pl`] },
      'auto-response',
    ],
    ['a letter without a sender', { from: null }, 'no-sender'],
  ] as const)('%s', async (_, otherwise, reason) => {
    expect(await take(letter(otherwise))).toMatchObject({ fate: 'set-aside', reason });
    expect(await tickets()).toEqual([]);
    expect(await owed()).toEqual([]);
  });
});

describe('a bounce', () => {
  const bounce = { recipient: ANNA, status: '5.1.1', isHard: true };

  test('with our mark is told at its ticket, and ends automatic mail there', async () => {
    const { number } = await aCustomer(api, { contact: { email: ANNA } });
    const to = [`pomoc+odbicia-${bounceTag(MARK_KEY, 1)}@shopgold.pl`];
    expect(await take(letter({ kind: 'bounce', bounce, to }))).toMatchObject({ fate: 'bounce', reason: 'hard' });
    expect(await findMailAddress(api.store, ANNA)).toMatchObject({ bounce_status: '5.1.1' });
    const failed = await api.store
      .selectFrom('audit')
      .select('ticket_number')
      .where('action', '=', 'ticket.mail-failed')
      .execute();
    expect(failed).toEqual([{ ticket_number: number }]);
  });

  test('without it silences nobody', async () => {
    await aCustomer(api, { contact: { email: ANNA } });
    expect(await take(letter({ kind: 'bounce', bounce }))).toMatchObject({ fate: 'set-aside' });
    expect(await findMailAddress(api.store, ANNA)).toBeNull();
  });
});

test('a letter is of a known address when it is proven and of the shop’s registered address, and by no half of that', async () => {
  const REGISTERED = { address: 'biuro@ksiegarnia-zuraw.pl', name: '' };
  const { number } = await aCustomer(api, { contact: { email: REGISTERED.address } });
  const answer = { text: 'Dziękuję', to: [`pomoc+${replyTag(MARK_KEY, number)}@shopgold.pl`] };
  await take(letter({ ...answer, from: REGISTERED }), { isAligned: true });
  await take(letter({ ...answer, from: REGISTERED }));
  await take(letter(answer), { isAligned: true });
  await take(letter({ from: REGISTERED }), { isAligned: true });
  const said = (await messages()).map(({ from_proof }) => from_proof === 'known');
  expect(said).toEqual([false, true, false, false, true]);
});

test('an aligned letter makes its address known, and its ticket no more proven', async () => {
  await take(letter(), { isAligned: true });
  expect(await findMailAddress(api.store, ANNA)).toMatchObject({ wrote_at: toInstantText(NOW) });
  expect((await tickets())[0]).toMatchObject({ proof: 'unverified' });
});
