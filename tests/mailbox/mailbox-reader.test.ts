import { pino } from 'pino';
import { afterEach, expect } from 'vitest';
import type { Mailbox } from '../../src/mail-settings.ts';
import { MailboxReader } from '../../src/mailbox/mailbox-reader.ts';
import { openAlarms } from '../../src/store/alarms.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { leaseMailbox, listMailboxes, noteMailboxFailure } from '../../src/store/mailboxes.ts';
import { mailsOfFate, rawMail } from '../../src/store/mails.ts';
import type { Store } from '../../src/store/open.ts';
import { test } from '../support/fixtures.ts';
import { type ImapServer, imapServer, PASSWORD, SET_ASIDE_FOLDER, STORED_FOLDER } from '../support/imap-server.ts';

const servers: ImapServer[] = [];
const readers: MailboxReader[] = [];
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function aServer(options?: Parameters<typeof imapServer>[0]): Promise<ImapServer> {
  const server = await imapServer(options);
  servers.push(server);
  return server;
}

const now = () => Temporal.Now.instant();

/** Waits as long as a busy machine may take. */
const until = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: 15_000 });

/** Reads a mailbox until the end of the test. */
function read(
  store: Store,
  mailbox: Mailbox,
  {
    holder = 'a',
    clock = now,
    log = [] as string[],
    ...limits
  }: { holder?: string; clock?: () => Temporal.Instant; log?: string[]; longestBytes?: number } = {},
): MailboxReader {
  const logger = pino({ level: 'info' }, { write: (line) => log.push(line) });
  const reader = new MailboxReader(
    { store, now: clock, logger, caFile: null, holder, onStored: () => undefined, ...limits },
    mailbox,
  );
  readers.push(reader);
  reader.start();
  return reader;
}

function aLetter(subject: string, extra = ''): string {
  return `${extra}Message-ID: <${subject}@sklep.pl>\r\nFrom: Anna <anna@sklep.pl>\r\nSubject: ${subject}\r\n\r\nNie działa koszyk.\r\n`;
}

const stored = async (store: Store) => (await mailsOfFate(store, 'stored', null, 1000)).length;

test('letters are stored as they came and leave the inbox, those that were there and those that come', async ({
  temporary: { store },
}) => {
  const server = await aServer();
  server.deliver(aLetter('pierwszy'));
  read(store, server.mailbox);
  await until(() => stored(store)).toBe(1);
  server.deliver(aLetter('drugi'));
  await until(() => stored(store)).toBe(2);
  await until(() => server.letters('INBOX').length).toBe(0);
  expect(server.letters(STORED_FOLDER)).toHaveLength(2);
  const [second] = await mailsOfFate(store, 'stored', null, 1);
  expect(Buffer.from((await rawMail(store, second?.id ?? 0)) ?? []).toString()).toBe(aLetter('drugi'));
  expect(second).toMatchObject({ mailbox: server.mailbox.name, uid: 2, language: 'pl', reason: null });
});

test('what a header says to be automatic, from a list or spam goes to the folder of those set aside; a bounce does not', async ({
  temporary: { store },
}) => {
  const server = await aServer();
  server.deliver(aLetter('od-osoby'));
  server.deliver(aLetter('nieobecnosc', 'Auto-Submitted: auto-replied\r\n'));
  server.deliver(aLetter('wysylka', 'List-Id: <nowosci.example>\r\n'));
  server.deliver(aLetter('=?utf-8?q?Automatyczna_odpowied=C5=BA?='));
  server.deliver(aLetter('zwrot', 'X-Failed-Recipients: a@b.pl\r\n'));
  read(store, server.mailbox);
  await until(() => server.letters('INBOX').length).toBe(0);
  expect([server.letters(STORED_FOLDER).length, server.letters(SET_ASIDE_FOLDER).length]).toEqual([2, 3]);
  expect(await stored(store)).toBe(5);
});

test('one letter to two addresses is stored once, however often it was delivered', async ({ temporary: { store } }) => {
  const server = await aServer();
  server.deliver(aLetter('ten-sam', 'Delivered-To: pomoc@shopgold.pl\r\n'));
  server.deliver(aLetter('ten-sam', 'Delivered-To: help@shopgold.pl\r\n'));
  read(store, server.mailbox);
  await until(() => server.letters(STORED_FOLDER).length).toBe(2);
  expect(await stored(store)).toBe(1);
});

test('what people read stays as it was: read or not', async ({ temporary: { store } }) => {
  const server = await aServer();
  server.deliver(aLetter('nieczytany'));
  read(store, server.mailbox);
  await until(() => server.letters(STORED_FOLDER).length).toBe(1);
  expect(server.letters(STORED_FOLDER)[0]?.flags).not.toContain('\\Seen');
});

test('where a server can neither move nor expunge one letter, stored ones are marked and nothing is expunged', async ({
  temporary: { store },
}) => {
  const server = await aServer({ plugins: ['IDLE'] });
  server.deliver(aLetter('pierwszy'));
  server.letters('INBOX')[0]?.flags.push('\\Deleted'); // by a person, who may still change their mind
  server.deliver(aLetter('drugi'));
  read(store, server.mailbox);
  await expect
    .poll(() => server.letters('INBOX').map(({ flags }) => flags))
    .toEqual([['\\Deleted', 'PomocStored'], ['PomocStored']]);
  expect(await stored(store)).toBe(2);
});

test('a server with folders below the inbox gets them there', async ({ temporary: { store } }) => {
  const server = await aServer({ separator: '.' });
  server.deliver(aLetter('pierwszy'));
  read(store, server.mailbox);
  await until(() => server.letters('INBOX.Pomoc.Przyj&ARk-te').length).toBe(1);
});

test('a letter beyond the limit is stored by its first part and set aside', async ({ temporary: { store } }) => {
  const server = await aServer();
  const big = aLetter('big') + 'x'.repeat(1_500_000);
  server.deliver(big);
  server.deliver(aLetter('small'));
  read(store, server.mailbox, { longestBytes: 1_200_000 });
  await until(() => server.letters(SET_ASIDE_FOLDER).length).toBe(1);
  await until(() => server.letters(STORED_FOLDER).length).toBe(1);
  const row = (await mailsOfFate(store, 'stored', null, 10)).find(({ reason }) => reason === 'too-big');
  expect(row?.bytes).toBe(Buffer.byteLength(big));
  expect((await rawMail(store, row?.id ?? 0))?.length).toBe(1024 * 1024);
});

test('a connection that the server ended while nothing happened is no failure: a new one is made', async ({
  temporary: { store },
}) => {
  const server = await aServer();
  const log: string[] = [];
  read(store, server.mailbox, { log });
  await until(async () => (await listMailboxes(store))[0]?.read_at ?? null).not.toBeNull();
  // Within the search itself it would be a failure.
  await until(() => server.isIdling()).toBe(true);
  server.cut();
  server.deliver(aLetter('po przerwie'));
  await until(() => stored(store)).toBe(1);
  expect(await listMailboxes(store)).toMatchObject([{ failure: null, failed_at: null }]);
  expect(log.filter((line) => line.includes('failure'))).toEqual([]);
});

test('once a mailbox is read, its failure is over', async ({ temporary: { store } }) => {
  const server = await aServer();
  const { name } = server.mailbox;
  const at = toInstantText(now());
  await leaseMailbox(store, name, { holder: 'other', now: at, until: at });
  await noteMailboxFailure(store, name, 'unreachable', at);
  read(store, server.mailbox);
  await until(async () => (await listMailboxes(store))[0]).toMatchObject({ failure: null, failed_at: null });
});

test('a refused password is told at once, and the password nowhere', async ({ temporary: { store } }) => {
  const server = await aServer({ password: 'inne' });
  const log: string[] = [];
  read(store, server.mailbox, { log });
  await until(async () => (await openAlarms(store, 10)).map(({ kind }) => kind)).toEqual(['mailbox-failed']);
  expect(await listMailboxes(store)).toMatchObject([{ failure: 'login', read_at: null }]);
  expect(log.join('')).toContain('login');
  expect(log.join('')).not.toContain(PASSWORD);
});

test('a server out of reach is told after ten minutes, and not before', async ({ temporary: { store } }) => {
  const server = await aServer();
  await server.close();
  const start = now();
  let minutes = 0;
  read(store, server.mailbox, { clock: () => start.add({ minutes }) });
  await until(async () => (await listMailboxes(store))[0]?.failure).toBe('unreachable');
  expect(await openAlarms(store, 10)).toEqual([]);
  minutes = 11;
  await until(async () => (await openAlarms(store, 10)).length).toBe(1);
});

test('while one process reads a mailbox, another does not connect to it', async ({ temporary: { store } }) => {
  const server = await aServer();
  const leaseUntil = toInstantText(now().add({ seconds: 60 }));
  await leaseMailbox(store, server.mailbox.name, { holder: 'other', now: toInstantText(now()), until: leaseUntil });
  server.deliver(aLetter('pierwszy'));
  const reader = read(store, server.mailbox);
  await reader.stop();
  expect(await stored(store)).toBe(0);
  expect((await listMailboxes(store))[0]).toMatchObject({ holder: 'other', lease_until: leaseUntil });
});

test('a process that stops gives the mailbox to the next one at once', async ({ temporary: { store } }) => {
  const server = await aServer();
  const first = read(store, server.mailbox, { holder: 'first' });
  await until(async () => (await listMailboxes(store))[0]?.read_at ?? null).not.toBeNull();
  await first.stop();
  expect((await listMailboxes(store))[0]?.holder).toBeNull();
  server.deliver(aLetter('pierwszy'));
  read(store, server.mailbox, { holder: 'second' });
  await until(() => stored(store)).toBe(1);
});

test('no password is sent to a server whose certificate is not trusted, or that offers no encryption', async ({
  temporary: { store },
}) => {
  const untrusted = await aServer({ isTls: true });
  read(store, untrusted.mailbox);
  await until(async () => (await listMailboxes(store))[0]?.failure).toBe('certificate');
  const plain = await aServer();
  read(store, { ...plain.mailbox, name: 'b', security: 'starttls' });
  await until(async () => (await listMailboxes(store)).find(({ name }) => name === 'b')?.failure).toBe('tls');
  expect(await openAlarms(store, 10)).toEqual([]);
});
