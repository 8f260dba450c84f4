import { afterEach, beforeEach, expect } from 'vitest';
import { checkMailCommand, showMailCommand } from '../../src/commands/mail.ts';
import { tellOfMail } from '../../src/deliveries/tell-of-mail.ts';
import type { MailSettings } from '../../src/mail-settings.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { updateMailStop } from '../../src/store/mail-service.ts';
import { leaseMailbox, noteMailboxFailure, noteMailboxRead } from '../../src/store/mailboxes.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { test } from '../support/fixtures.ts';
import { type ImapServer, imapServer, PASSWORD, STORED_FOLDER } from '../support/imap-server.ts';
import { MAIL } from '../support/mail-settings.ts';
import { FIRST_SETTINGS, NOW } from '../support/service.ts';
import { answer, type Script, startSmtpServer } from '../support/smtp-server.ts';

let imap: ImapServer;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
/** what the SMTP server does with what it accepts */
let script: Script;
beforeEach(async () => {
  imap = await imapServer();
  script = {
    data: (letter) => {
      imap.deliver(letter.raw);
      return undefined;
    },
  };
  smtp = await startSmtpServer({ rcptTo: (to) => script.rcptTo?.(to), data: (letter) => script.data?.(letter) });
});
afterEach(async () => {
  await imap.close();
  await smtp.close();
});

const settings = (changes: Partial<MailSettings> = {}): MailSettings => ({
  ...MAIL,
  smtp: { ...MAIL.smtp, port: smtp.port },
  mailboxes: [imap.mailbox],
  ...changes,
});

async function check(changes: Partial<MailSettings> = {}) {
  const terminal = collectingTerminal();
  const code = await checkMailCommand(settings(changes), terminal, 1000);
  return { code, lines: terminal.lines.map((line) => line.slice(0, 4).trim()), said: terminal.lines.join('\n') };
}

test('where everything works, each address gets its letter back, and the command ends well', async () => {
  const { code, lines, said } = await check();
  expect(said).toContain('pomoc+sprawdzenie@shopgold.pl: list wrócił i został odłożony');
  expect([code, new Set(lines)]).toEqual([0, new Set(['OK'])]);
  expect(smtp.letters.map(({ envelope }) => envelope.to[0])).toEqual([
    'pomoc@shopgold.pl',
    'pomoc+sprawdzenie@shopgold.pl',
  ]);
  expect(imap.letters(STORED_FOLDER)).toHaveLength(2);
});

test('a server that knows no plus addresses is told apart, with what to set', async () => {
  script.rcptTo = (to) => (to.includes('+') ? answer(550, '5.1.1 No such user') : undefined);
  const { code, said } = await check();
  expect(code).toBe(1);
  expect(said).toMatch(/BŁĄD .*pomoc\+sprawdzenie@shopgold\.pl: serwer nie przyjmuje tego adresu: .*5\.1\.1/);
  script.rcptTo = () => undefined;
  script.data = (letter) => {
    if (!letter.envelope.to[0]?.includes('+')) imap.deliver(letter.raw);
    return undefined;
  };
  expect((await check()).said).toContain(
    'list nie wrócił na czas; jeśli serwer nie zna adresów z plusem, ustaw MAIL_PLUS=off',
  );
  expect((await check({ hasPlusAddresses: false })).code).toBe(0);
});

test('a refused password, a server that is away and one that cannot move are named, and no password is said', async () => {
  const login = { user: 'pomoc@shopgold.pl', password: 'zle-haslo' };
  const refused = await check({ mailboxes: [{ ...imap.mailbox, login }] });
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('serwer odrzuca użytkownika albo hasło')]);
  expect(refused.said).not.toContain('zle-haslo');
  const away = await check({ mailboxes: [{ ...imap.mailbox, port: 1 }], smtp: { ...MAIL.smtp, port: 1 } });
  expect(away.said.match(/nie ma połączenia z serwerem/g)).toHaveLength(3);
  const plain = await imapServer({ plugins: ['IDLE'] });
  const marking = await check({ mailboxes: [plain.mailbox] });
  expect(marking.said).toContain('oznaczone słowem PomocStored');
  expect(refused.said + away.said + marking.said).not.toContain(PASSWORD);
  await plain.close();
});

test('a server for sending that gives no encryption, or a certificate of nobody, is not called away', async () => {
  const plain = await startSmtpServer({}, { disabledCommands: ['STARTTLS'] });
  const certified = await startSmtpServer({}, { secure: true });
  for (const [security, { port }, words] of [
    ['tls', plain, 'serwer nie daje szyfrowanego połączenia'],
    ['starttls', plain, 'serwer nie daje szyfrowanego połączenia'],
    ['tls', certified, 'certyfikat serwera nie jest zaufany'],
  ] as const) {
    const { code, said } = await check({ smtp: { ...MAIL.smtp, port, security }, mailboxes: [] });
    expect([code, said]).toEqual([1, expect.stringContaining(`pomoc@shopgold.pl: ${words}`)]);
  }
  await Promise.all([plain.close(), certified.close()]);
});

test('without settings of mail the command says so', async () => {
  const terminal = collectingTerminal();
  expect(await checkMailCommand(null, terminal)).toBe(1);
  expect(terminal.errors).toEqual(['Poczta jest wyłączona: nie ma ustawienia SMTP_URL.']);
});

test('the state of mail: what waits, that sending has stopped, and when each mailbox was read', async ({
  temporary: { store },
}) => {
  const show = async () => {
    const terminal = collectingTerminal();
    return { code: await showMailCommand(store, terminal), said: terminal.lines.join('\n') };
  };
  expect((await show()).said).toContain('Poczta jest wyłączona');
  await tellOfMail(store, { mail: settings(), ...FIRST_SETTINGS });
  const at = toInstantText(NOW);
  await leaseMailbox(store, 'pomoc@host/INBOX', { holder: 'a', now: at, until: at });
  await noteMailboxRead(store, 'pomoc@host/INBOX', at);
  const well = await show();
  expect([well.code, well.said]).toEqual([0, expect.stringContaining('ostatnio czytana 22.11.2026')]);
  expect(well.said).toContain('Do wysłania: 0. Wysłane: 0. Nieudane: 0.');
  await noteMailboxFailure(store, 'pomoc@host/INBOX', 'login', at);
  await updateMailStop(store, { stopped_at: at, stopped_reason: 'EAUTH AUTH 535' });
  const broken = await show();
  expect(broken.code).toBe(1);
  expect(broken.said).toContain('serwer odrzuca użytkownika albo hasło (login)');
  expect(broken.said).toContain('serwer nas odrzuca (EAUTH AUTH 535)');
  // A mailbox of earlier settings is nobody's trouble.
  await updateMailStop(store, { stopped_at: null, stopped_reason: null });
  await tellOfMail(store, { mail: settings(), ...FIRST_SETTINGS });
  expect((await show()).code).toBe(0);
  expect((await show()).said).not.toContain('pomoc@host');
});
