import { simpleParser } from 'mailparser';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRoute } from '../../desk/models/router.ts';
import { showMailCommand } from '../../src/commands/mail.ts';
import { composeLetter } from '../../src/deliveries/letters/compose-letter.ts';
import { Mailer, type MailerDeps, sendNext } from '../../src/deliveries/mailer.ts';
import { openSmtp, type Smtp } from '../../src/deliveries/smtp.ts';
import { watchServer } from '../../src/deliveries/watch-server.ts';
import { appendEvent } from '../../src/events/append-event.ts';
import { readMessageId, readReplyTag } from '../../src/identity/mail-marks.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { findMailAddress, putMailAddress } from '../../src/store/mail-addresses.ts';
import { mailService } from '../../src/store/mail-service.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { aCustomer, type Customer } from '../support/customer.ts';
import { MAIL, MAILBOX } from '../support/mail-settings.ts';
import { FIRST_SETTINGS, MARK_KEY, NOW, type Service, service } from '../support/service.ts';
import { answer, startSmtpServer } from '../support/smtp-server.ts';
import { aStoredLetter } from '../support/stored-letter.ts';

const ANNA = 'biuro@ksiegarnia-zuraw.pl';

let api: Service;
let server: Awaited<ReturnType<typeof startSmtpServer>>;
let smtp: Smtp;
let deps: MailerDeps;
let customer: Customer;
beforeEach(async () => {
  server = await startSmtpServer();
  const mail = { ...MAIL, mailboxes: [MAILBOX], smtp: { ...MAIL.smtp, port: server.port } };
  api = await service({ mail });
  smtp = openSmtp(mail);
  const composing = {
    store: api.store,
    markKey: MARK_KEY,
    mail,
    publicUrl: 'https://pomoc.example',
    emergencyUrl: null,
    firstSettings: FIRST_SETTINGS,
  };
  deps = {
    store: api.store,
    now: () => api.clock.now,
    logger: pino({ enabled: false }),
    smtp,
    compose: (delivery) => composeLetter(composing, delivery),
  };
  customer = await aCustomer(api, { subject: 'Próg „200 zł”' });
});
afterEach(async () => {
  smtp.close();
  await server.close();
  await api.discard();
});

const rows = () => api.store.selectFrom('deliveries').selectAll().orderBy('id').execute();
const row = async () => (await rows()).at(-1);
const knowsUs = () => putMailAddress(api.store, { address: ANNA, wrote_at: toInstantText(NOW) });
async function reply(text = 'Ustaw to w „Dostawa”.\n  1. Otwórz\n  2. Zapisz') {
  const action = { number: customer.number, actor: 'operator', author: 'Marek' };
  await agentReplies({ store: api.store, now: () => api.clock.now }, action, { text, status: 'waiting-for-customer' });
  api.clock.now = api.clock.now.add({ minutes: 2 });
}
async function sendAll(): Promise<void> {
  while ((await sendNext(deps)) !== 'nothing-due') {}
}
/** Sends, with the clock moved to each next try. */
async function tryAgain(minutes: number): Promise<void> {
  api.clock.now = api.clock.now.add({ minutes });
  await sendAll();
}

test('a receipt goes once, and names number and promise', async () => {
  await sendAll();
  await sendAll();
  expect(server.letters).toHaveLength(1);
  const [letter] = server.letters;
  expect(letter?.envelope.to).toEqual([ANNA]);
  const read = await simpleParser(letter?.raw ?? '');
  expect(read.subject).toBe(`[${customer.number}] Pomoc shopGold: zgłoszenie przyjęte`);
  expect(read.text).toContain(`zgłoszenie nr ${customer.number} jest u nas.`);
  expect(read.text).toContain('Odpowiemy najpóźniej w środę 25 listopada o 10:00.');
  expect(letter?.header).toMatchObject({
    'auto-submitted': 'auto-generated',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
  });
  expect(await row()).toMatchObject({ state: 'sent', sent_at: toInstantText(NOW), tries: 1, lease_until: null });
});

test('to an address that never wrote no word of the ticket goes, and no link', async () => {
  await sendAll();
  const { text = '', html } = await simpleParser(server.letters[0]?.raw ?? '');
  for (const body of [server.letters[0]?.raw ?? '', text, String(html)]) {
    expect(body).not.toContain('200 zł');
    expect(body).not.toContain('/z/#');
    expect(body).not.toContain('Żuraw');
  }
});

test('to an address that wrote to us goes the subject and the link', async () => {
  await knowsUs();
  await sendAll();
  const read = await simpleParser(server.letters[0]?.raw ?? '');
  expect(read.subject).toBe(`[${customer.number}] Próg „200 zł”`);
  expect(read.text).toMatch(new RegExp(`https://pomoc\\.example/z/#${customer.number}\\.[\\w-]{32}\\n`));
});

test('a reply goes whole, answers the receipt, and can be answered', async () => {
  await sendAll();
  await reply();
  await sendAll();
  const [first, second] = await Promise.all(server.letters.map(({ raw }) => simpleParser(raw)));
  expect(second?.text).toContain(
    `Marek odpowiada na zgłoszenie nr ${customer.number}:\n\nUstaw to w „Dostawa”.\n  1. Otwórz\n  2. Zapisz`,
  );
  expect(second?.inReplyTo).toBe(first?.messageId);
  expect(server.letters[1]?.header['auto-submitted']).toBeUndefined();
  const mark = readMessageId(MARK_KEY, second?.messageId?.slice(1, -1) ?? '');
  expect(mark).toEqual({ number: customer.number, delivery: 2 });
  const replyTo = second?.replyTo?.value[0]?.address ?? '';
  expect(readReplyTag(MARK_KEY, /\+(.+)@/.exec(replyTo)?.[1] ?? '')).toBe(customer.number);
});

test('an alert leads to the ticket at the desk, and what is answered to it stays out of the thread', async () => {
  const { number } = await aCustomer(api, { topic: 'outage', outage: { facts: ['orders-blocked'] } });
  await sendAll();
  const alert = server.letters.find(({ envelope }) => envelope.to.includes(MAIL.alertEmail ?? ''));
  const read = await simpleParser(alert?.raw ?? '');
  const address = /https:\/\/pomoc\.example\/desk\/(#\S+)/.exec(read.text ?? '')?.[1] ?? '';
  expect(read.text).toMatch(/^Zgłoszenie nr /);
  expect(read.text).toContain('Zaznaczono: klienci nie mogą złożyć zamówienia.');
  expect(read.html).toContain(`<title>${read.subject}</title>`);
  expect(readRoute(address).number).toBe(number);
  expect(read.replyTo?.value[0]?.address).toBe(MAIL.from.address);
});

test('an alert says no facts again that the ticket’s subject is made of', async () => {
  const subject = 'Awaria: klienci nie mogą złożyć zamówienia';
  await aCustomer(api, { topic: 'outage', subject, outage: { facts: ['orders-blocked'] } });
  await sendAll();
  const alert = server.letters.find(({ envelope }) => envelope.to.includes(MAIL.alertEmail ?? ''));
  const { text } = await simpleParser(alert?.raw ?? '');
  expect(text).toContain(subject);
  expect(text).not.toContain('Zaznaczono');
});

test('what an agent writes is text in both parts', async () => {
  await reply('<b>nie</b> & <script>alert(1)</script> https://shopgold.pl/?a=1&b=2');
  await sendAll();
  const { html, text } = await simpleParser(server.letters.at(-1)?.raw ?? '');
  expect(text).toContain('<b>nie</b> & <script>alert(1)</script>');
  expect(String(html)).toContain('&lt;b&gt;nie&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;');
});

test('a question to a stranger has no id of the stranger’s letter, which may say anything; to who wrote before it has', async () => {
  const questionTo = async (address: string) => {
    const mail = await aStoredLetter(api.store, { header_id: 'kup-teraz@x.pl', from_address: address });
    const at = toInstantText(api.clock.now);
    await appendEvent(api.store, { at, actor: 'clock', action: 'mail.asked', details: { mail } });
    await sendAll();
    return server.letters.find(({ envelope }) => envelope.to.includes(address));
  };
  const asked = await questionTo('obcy@x.pl');
  expect(asked?.header['auto-submitted']).toBe('auto-replied');
  expect(asked?.raw).not.toContain('kup-teraz');
  await putMailAddress(api.store, { address: 'znany@x.pl', wrote_at: toInstantText(NOW) });
  expect((await questionTo('znany@x.pl'))?.header['in-reply-to']).toBe('<kup-teraz@x.pl>');
});

describe('what the server says', () => {
  test('of the recipient, for good, is told at the ticket, and nothing automatic goes there any more', async () => {
    server.script.rcptTo = () => answer(550, '5.1.1 No such user');
    await sendAll();
    expect(await row()).toMatchObject({ state: 'failed', reason: 'EENVELOPE RCPT TO 550' });
    expect(await findMailAddress(api.store, ANNA)).toMatchObject({ bounce_status: '5.1.1' });
    const events = api.store.selectFrom('audit').select(['action', 'details']).orderBy('id', 'desc').limit(1);
    expect(await events.executeTakeFirst()).toEqual({
      action: 'ticket.mail-failed',
      details: JSON.stringify({ delivery: 1, kind: 'receipt' }),
    });
  });

  test('of the content is no word about the address', async () => {
    server.script.data = () => answer(554, '5.7.1 Spam');
    await sendAll();
    expect(await row()).toMatchObject({ state: 'failed', reason: 'EMESSAGE DATA 554' });
    expect(await findMailAddress(api.store, ANNA)).toBeNull();
  });

  test('for now: the letter goes again with the same Message-ID and Date', async () => {
    let first: string | undefined;
    server.script.data = ({ header }) => {
      first = `${header['message-id']} ${header.date}`;
      return answer(451, '4.3.0 Later');
    };
    await sendAll();
    expect(await row()).toMatchObject({ state: 'due', due_at: toInstantText(NOW.add({ minutes: 1 })) });
    delete server.script.data;
    await tryAgain(1);
    const [letter] = server.letters;
    expect(`${letter?.header['message-id']} ${letter?.header.date}`).toBe(first);
    expect(await row()).toMatchObject({ state: 'sent', tries: 2 });
  });

  test('for two days: the letter is given up, and told at the ticket', async () => {
    server.script.rcptTo = () => answer(450, '4.2.1 Greylisted');
    for (let hours = 0; hours < 52; hours += 4) await tryAgain(240);
    expect(await row()).toMatchObject({ state: 'failed', reason: 'EENVELOPE RCPT TO 450' });
  });

  test('of us: every letter stays due, our people hear of it, and it goes on by itself', async () => {
    await aCustomer(api, { contact: { email: 'inny@x.pl' } });
    server.script.mailFrom = () => answer(550, '5.7.1 Sender refused');
    await sendNext(deps);
    expect((await rows()).map(({ state }) => state)).toEqual(['due', 'due']);
    expect(await mailService(api.store)).toMatchObject({ stopped_reason: 'EENVELOPE MAIL FROM 550' });
    expect(await api.store.selectFrom('alarms').select('kind').execute()).toEqual([{ kind: 'mail-stopped' }]);
    delete server.script.mailFrom;
    await sendAll();
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(await mailService(api.store)).toMatchObject({ stopped_at: null, stopped_reason: null });
  });
});

test('nobody there: the letter waits', async () => {
  await server.close();
  await sendAll();
  expect(await row()).toMatchObject({ state: 'due', tries: 1, server_reply: null });
});

test('while nobody is there the queue rests, and not every letter loses a try', async () => {
  for (const email of ['jan@x.pl', 'ewa@x.pl', 'ola@x.pl']) await aCustomer(api, { contact: { email } });
  await server.close();
  const mailer = new Mailer(deps);
  mailer.start();
  await expect
    .poll(async () => (await rows()).filter(({ lease_until, tries }) => tries > 0 && !lease_until))
    .toHaveLength(2);
  await mailer.stop();
  expect((await rows()).map(({ tries }) => tries)).toEqual([1, 1, 0, 0]);
});

test('nobody there for ten minutes: our people hear of it, unless other letters go', async () => {
  const watch = () => watchServer({ store: api.store, now: () => api.clock.now });
  const alarms = () => api.store.selectFrom('alarms').select('kind').execute();
  await server.close();
  await sendAll();
  expect(await watch()).toBe(0);
  const terminal = collectingTerminal();
  expect(await showMailCommand(api.store, terminal)).toBe(1);
  expect(terminal.lines.join('\n')).toContain('Serwer poczty nie odpowiada (ESOCKET CONN): list z 22.11.2026, 10:00');
  api.clock.now = api.clock.now.add({ minutes: 10 });
  expect([await watch(), await watch()]).toEqual([1, 1]);
  expect(await alarms()).toEqual([{ kind: 'mail-stopped' }]);
  await api.store.updateTable('mail_service').set({ is_on: 0 }).execute();
  expect(await watch()).toBe(0);
  await api.store.updateTable('mail_service').set({ is_on: 1 }).execute();
  await aCustomer(api);
  await api.store
    .updateTable('deliveries')
    .set({ state: 'sent', sent_at: toInstantText(api.clock.now) })
    .where('tries', '=', 0)
    .execute();
  expect(await watch()).toBe(0);
});

test('a letter whose sender died is sent by the next once its lease is over', async () => {
  const broken = { ...deps, smtp: { ...smtp, send: () => Promise.reject(new Error('killed')) } };
  await expect(sendNext(broken)).rejects.toThrow('killed');
  await sendAll();
  expect(server.letters).toEqual([]);
  await tryAgain(3);
  expect(server.letters).toHaveLength(1);
});
