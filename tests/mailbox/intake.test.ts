import { afterEach, beforeEach, expect, test } from 'vitest';
import { messageIdOf, replyTag } from '../../src/identity/mail-marks.ts';
import { Intake, type IntakeDeps, understandNext } from '../../src/mailbox/intake.ts';
import { storeLetter } from '../../src/mailbox/store-letter.ts';
import { findMail, updateMail } from '../../src/store/mails.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { aCustomer } from '../support/customer.ts';
import { MAIL } from '../support/mail-settings.ts';
import { intakeDeps } from '../support/post-office.ts';
import { MARK_KEY, type Service, service } from '../support/service.ts';

let api: Service;
let deps: IntakeDeps;
beforeEach(async () => {
  api = await service({ mail: MAIL });
  deps = intakeDeps(api);
});
afterEach(() => api.discard());

const SHOP = 'Numer 7KcWt9Ru, www.ksiegarnia-zuraw.pl';
let uid = 0;

async function arrives(text: string, { isCut = false, head = '' } = {}): Promise<number> {
  uid += 1;
  const raw = Buffer.from(
    `${head}Message-ID: <${uid}@poczta.example>\r\nFrom: Anna <Anna@poczta.example>\r\nTo: pomoc@shopgold.pl\r\nSubject: Koszyk\r\n\r\n${text}\r\n`,
  );
  const found = { raw, bytes: raw.length, isCut, uid, uidValidity: '1' };
  await storeLetter(deps, { name: 'pomoc', language: 'pl' }, found);
  const { id } = await api.store.selectFrom('mails').select('id').where('uid', '=', uid).executeTakeFirstOrThrow();
  return id;
}

const tickets = () => api.store.selectFrom('tickets').selectAll().execute();

async function understandAll(): Promise<void> {
  while (await understandNext(deps));
}

test('a letter that names its shop opens a ticket, and its row says so', async () => {
  const id = await arrives(`Nie działa koszyk.\n${SHOP}`);
  await understandAll();
  const [ticket] = await tickets();
  expect(ticket).toMatchObject({ channel: 'email', subject: 'Koszyk', contact_email: 'anna@poczta.example' });
  expect(await findMail(api.store, id)).toMatchObject({
    fate: 'opened',
    ticket_number: ticket?.number,
    from_address: 'anna@poczta.example',
    from_name: 'Anna',
    subject: 'Koszyk',
    header_id: `${uid}@poczta.example`,
    is_aligned: 0,
    lease_until: null,
  });
});

test('a shop that is named in the signature is found', async () => {
  await arrives(`Nie działa koszyk.\n-- \nKsięgarnia Żuraw\n${SHOP}`);
  await understandAll();
  expect(await tickets()).toHaveLength(1);
});

test('a crash after the ticket and before the fate makes no second ticket', async () => {
  const id = await arrives(`Nie działa koszyk.\n${SHOP}`);
  await understandAll();
  await updateMail(api.store, id, { fate: 'stored', ticket_number: null });
  await understandAll();
  expect(await tickets()).toHaveLength(1);
  expect((await findMail(api.store, id))?.ticket_number).toBe((await tickets())[0]?.number);
});

test('an answer joins its ticket, and what we wrote there is folded, however it is quoted', async () => {
  await arrives(`Nie działa koszyk.\n${SHOP}`);
  await understandAll();
  const [ticket] = await tickets();
  const agent = { number: ticket?.number ?? '', actor: 'operator', author: null };
  await agentReplies(deps, agent, {
    text: 'Proszę wyczyścić pamięć podręczną sklepu.',
    status: 'waiting-for-customer',
  });
  const quoted = '> Proszę wyczyścić pamięć podręczną sklepu.';
  await arrives(`Dalej nie działa.\n\n${quoted}`, { head: `In-Reply-To: <${uid}@poczta.example>\r\n` });
  await understandAll();
  expect(await tickets()).toHaveLength(1);
  const rows = await api.store.selectFrom('messages').select(['text', 'quoted']).orderBy('id').execute();
  expect(rows.at(-1)).toEqual({ text: 'Dalej nie działa.', quoted });
});

test('what our own people answer to an alert joins no ticket, though it goes to its address', async () => {
  const { number } = await aCustomer(api, { topic: 'outage', outage: { facts: ['orders-blocked'] } });
  const alert = await api.store
    .selectFrom('deliveries')
    .select('id')
    .where('kind', '=', 'alert')
    .executeTakeFirstOrThrow();
  const id = messageIdOf(MARK_KEY, { number, delivery: alert.id }, 'shopgold.pl');
  const tag = replyTag(MARK_KEY, number);
  await arrives('Przyjąłem.', { head: `In-Reply-To: <${id}>\r\nTo: pomoc+${tag}@shopgold.pl\r\n` });
  await understandAll();
  expect(await api.store.selectFrom('messages').selectAll().where('ticket_number', '=', number).execute()).toHaveLength(
    1,
  );
  expect(await api.store.selectFrom('mails').select('fate').execute()).toEqual([{ fate: 'waits' }]);
});

test('a letter that nobody can read is kept and named so, and the next one is understood', async () => {
  const raw = Buffer.from('\x00\x01\x02');
  await storeLetter(
    deps,
    { name: 'pomoc', language: 'pl' },
    { raw, bytes: 3, isCut: false, uid: 900, uidValidity: '1' },
  );
  await arrives(`Nie działa koszyk.\n${SHOP}`);
  await understandAll();
  const rows = await api.store.selectFrom('mails').select(['fate', 'reason']).orderBy('id').execute();
  expect(rows).toEqual([
    { fate: 'unreadable', reason: 'no-header' },
    { fate: 'opened', reason: null },
  ]);
});

test('a letter that fails three times is unreadable, and stops none of the others', async () => {
  const id = await arrives(`Nie działa koszyk.\n${SHOP}`);
  const broken = { ...deps, hashKey: null as never }; // a ticket of a shop cannot be let in without
  expect(await understandNext(broken)).toBe(true);
  expect(await findMail(api.store, id)).toMatchObject({ fate: 'stored', tries: 1 });
  const other = await arrives('Bez numeru.');
  expect(await understandNext(broken)).toBe(true);
  expect((await findMail(api.store, other))?.fate).toBe('waits');
  for (const minutes of [1, 2]) {
    expect(await understandNext(broken)).toBe(false); // it rests
    api.clock.now = api.clock.now.add({ minutes });
    expect(await understandNext(broken)).toBe(true);
  }
  expect(await findMail(api.store, id)).toMatchObject({ fate: 'unreadable', reason: 'failed', tries: 3 });
});

test('a letter that ends the process each time is not begun for ever', async () => {
  const id = await arrives(`Nie działa koszyk.\n${SHOP}`);
  await updateMail(api.store, id, { tries: 10 });
  await understandAll();
  expect(await findMail(api.store, id)).toMatchObject({ fate: 'unreadable', reason: 'never-finished' });
});

test('of a letter beyond the limit its sender and subject are read, and it is set aside', async () => {
  const id = await arrives(`Nie działa koszyk.\n${SHOP}`, { isCut: true });
  await understandAll();
  const row = await findMail(api.store, id);
  expect(row).toMatchObject({ fate: 'set-aside', reason: 'too-big', from_address: 'anna@poczta.example' });
  expect(await tickets()).toEqual([]);
});

test('a letter that does not tell its language has the one of its mailbox', async () => {
  const raw = Buffer.from('From: jo@example.com\r\nSubject: 7KcWt9Ru\r\n\r\nwww.ksiegarnia-zuraw.pl\r\n');
  const found = { raw, bytes: raw.length, isCut: false, uid: 901, uidValidity: '1' };
  await storeLetter(deps, { name: 'help', language: 'en' }, found);
  await understandAll();
  expect((await tickets())[0]?.language).toBe('en');
});

test('a letter whose sender is proven is marked so', async () => {
  const results = 'mx.shopgold.pl; dmarc=pass header.from=poczta.example';
  const head = `Authentication-Results: ${results}\r\n`;
  const id = await arrives(`Nie działa koszyk.\n${SHOP}`, { head });
  deps = { ...deps, trustedServers: ['mx.shopgold.pl'] };
  await understandAll();
  expect((await findMail(api.store, id))?.is_aligned).toBe(1);
});

test('what waited while nobody ran is understood after the start, and what comes as soon as it is told of', async () => {
  await arrives(`Nie działa koszyk.\n${SHOP}`);
  const intake = new Intake(deps);
  intake.start();
  await intake.settled();
  expect(await tickets()).toHaveLength(1);
  await arrives(`Nie działa kasa.\n${SHOP}`);
  intake.wake();
  await intake.settled();
  expect(await tickets()).toHaveLength(2);
  await intake.stop();
});
