import { randomUUID } from 'node:crypto';
import type { Letter } from '../deliveries/letter.ts';
import { openSmtp, type SendOutcome } from '../deliveries/smtp.ts';
import type { Mailbox, MailServer, MailSettings } from '../mail-settings.ts';
import { type Arrival, checkMailbox, type MailboxCheck } from '../mailbox/check-mailbox.ts';
import { failureOf, type MailboxFailure } from '../mailbox/imap-connection.ts';
import type { KeepingWay } from '../mailbox/keep-in-mailbox.ts';
import { countDeliveries, longestUnanswered } from '../store/deliveries.ts';
import { mailService } from '../store/mail-service.ts';
import { listMailboxes } from '../store/mailboxes.ts';
import { countStoredMails } from '../store/mails.ts';
import type { Store } from '../store/open.ts';
import { printable, type Terminal } from './terminal.ts';
import { clock } from './words.ts';

const FAILURE_WORDS: Record<MailboxFailure | 'letter', string> = {
  login: 'serwer odrzuca użytkownika albo hasło',
  certificate: 'certyfikat serwera nie jest zaufany; dla własnego urzędu ustaw MAIL_CA',
  tls: 'serwer nie daje szyfrowanego połączenia',
  unreachable: 'nie ma połączenia z serwerem',
  silent: 'serwer nie odpowiada na czas',
  folder: 'nie można otworzyć folderu',
  refused: 'serwer odmówił wykonania polecenia',
  unknown: 'nieznany błąd',
  letter: 'któregoś listu nie udało się zapisać albo przenieść',
};

/** `pomoc mail`: what waits, what failed, and when each mailbox was last read; returns the exit code: 1 while something is broken. */
export async function showMailCommand(store: Store, terminal: Terminal): Promise<number> {
  const service = await mailService(store);
  if (!service?.is_on) {
    terminal.print('Poczta jest wyłączona: usługa nie ma ustawienia SMTP_URL albo jeszcze nie była uruchomiona.');
    return 0;
  }
  const count = await countDeliveries(store);
  const of = (state: 'due' | 'sent' | 'failed' | 'stopped') => count.get(state) ?? 0;
  terminal.print(`Do wysłania: ${of('due')}. Wysłane: ${of('sent')}. Nieudane: ${of('failed')}.`);
  terminal.print(`Zatrzymane przez reguły: ${of('stopped')}.`);
  if (service.stopped_at) {
    const reason = printable(service.stopped_reason ?? '');
    terminal.print(`Wysyłka stoi od ${clock(service.stopped_at)}: serwer nas odrzuca (${reason}).`);
  }
  const unanswered = await longestUnanswered(store);
  if (unanswered) {
    const reason = printable(unanswered.reason ?? '');
    terminal.print(
      `Serwer poczty nie odpowiada (${reason}): list z ${clock(unanswered.created_at)} czeka na następną próbę.`,
    );
  }
  const mailboxes = await listMailboxes(store);
  for (const { name, read_at, failed_at, failure } of mailboxes) {
    const last = read_at ? `ostatnio czytana ${clock(read_at)}` : 'jeszcze nie czytana';
    const why = FAILURE_WORDS[(failure ?? 'unknown') as keyof typeof FAILURE_WORDS] ?? failure;
    const state = failed_at ? `; nie działa od ${clock(failed_at)}: ${why} (${failure})` : '';
    terminal.print(`Skrzynka ${printable(name)}: ${last}${state}.`);
  }
  const waiting = await countStoredMails(store);
  if (waiting > 0) terminal.print(`Listy zapisane i jeszcze nieprzeczytane przez usługę: ${waiting}.`);
  return service.stopped_at || unanswered || mailboxes.some(({ failed_at }) => failed_at) ? 1 : 0;
}

/**
 * `pomoc mail check`: sends a letter to each of our addresses and reads it back, and says step by step what works; returns
 * the exit code. It may run beside the service, which puts these letters aside as its own.
 * @param patienceMs how long a letter may be on its way
 */
export async function checkMailCommand(
  mail: MailSettings | null,
  terminal: Terminal,
  patienceMs?: number,
): Promise<number> {
  if (!mail) {
    terminal.printError('Poczta jest wyłączona: nie ma ustawienia SMTP_URL.');
    return 1;
  }
  const steps: boolean[] = [];
  const say = (isGood: boolean, words: string) => {
    steps.push(isGood);
    terminal.print(`${isGood ? 'OK  ' : 'BŁĄD'}  ${words}`);
  };
  const sent = await sendToOurselves(mail, terminal.now(), say);
  for (const mailbox of mail.mailboxes) {
    const letters = sent.filter(({ address }) => isOf(mailbox, mail, address));
    const ids = letters.map(({ messageId }) => messageId);
    const check = await checkMailbox(mailbox, mail.caFile, ids, patienceMs);
    tellOfMailbox(mailbox, check, letters, say);
  }
  if (mail.mailboxes.length === 0) terminal.print('Listów nikt nie odbiera: nie ma ustawienia IMAP_URLS.');
  return steps.every((isGood) => isGood) ? 0 : 1;
}

interface Sent {
  address: string;
  messageId: string;
}

type Say = (isGood: boolean, words: string) => void;

async function sendToOurselves(mail: MailSettings, now: Temporal.Instant, say: Say): Promise<Sent[]> {
  const smtp = openSmtp(mail);
  const sent: Sent[] = [];
  try {
    for (const address of addressesOf(mail)) {
      const messageId = `sprawdzenie-${randomUUID()}@${mail.domain}`;
      const outcome = await smtp.send(testLetter(mail, address, messageId, now));
      if (outcome.outcome === 'sent') sent.push({ address, messageId: outcome.serverId ?? messageId });
      say(outcome.outcome === 'sent', wordsOfSending(mail.smtp, address, outcome));
    }
  } finally {
    smtp.close();
  }
  return sent;
}

/** The address that letters come from, those of the mailboxes, and one with a plus, as our replies have it where they are read. */
function addressesOf(mail: MailSettings): string[] {
  const users = mail.mailboxes.map(({ login }) => login?.user ?? '').filter((user) => user.includes('@'));
  const plain = [...new Set([mail.from.address, ...users].map((address) => address.toLowerCase()))];
  return mail.hasPlusAddresses && mail.mailboxes.length > 0 ? [...plain, plusAddress(mail)] : plain;
}

function plusAddress({ from: { address } }: MailSettings): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+sprawdzenie${address.slice(at)}`.toLowerCase();
}

/** Whether a letter to an address should come into a mailbox: to its own one; to ours where it has none of its own. */
function isOf(mailbox: Mailbox, mail: MailSettings, address: string): boolean {
  const user = mailbox.login?.user.toLowerCase() ?? '';
  const own = user.includes('@') ? user : mail.from.address.toLowerCase();
  return address === own || (own === mail.from.address.toLowerCase() && address === plusAddress(mail));
}

function testLetter(mail: MailSettings, to: string, messageId: string, now: Temporal.Instant): Letter {
  return {
    to,
    subject: 'Sprawdzenie poczty (pomoc mail check)',
    text: 'Ten list wysłało polecenie „pomoc mail check”. Nic z nim nie trzeba robić.\n',
    html: '<p>Ten list wysłało polecenie „pomoc mail check”. Nic z nim nie trzeba robić.</p>',
    messageId,
    inReplyTo: null,
    references: [],
    date: new Date(now.epochMilliseconds),
    envelopeFrom: mail.from.address,
    replyTo: mail.from.address,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

function wordsOfSending({ host, port }: MailServer, address: string, outcome: SendOutcome): string {
  const where = `Wysyłka przez ${host}:${port} na ${printable(address)}`;
  if (outcome.outcome === 'sent') return `${where}: serwer przyjął list`;
  const { code, command, response } = outcome.error;
  const said = response ? `: ${printable(response)}` : '';
  if (command === 'AUTH' || code === 'EAUTH') return `${where}: serwer odrzuca użytkownika albo hasło${said}`;
  const failure = code === 'ETLS' ? 'tls' : failureOf({ code });
  if (failure === 'tls' || failure === 'certificate') return `${where}: ${FAILURE_WORDS[failure]}`;
  if (command === 'RCPT TO') return `${where}: serwer nie przyjmuje tego adresu${said}`;
  if (command === 'MAIL FROM') return `${where}: serwer nie pozwala wysyłać jako nadawca z MAIL_FROM${said}`;
  if (!response) return `${where}: nie ma połączenia z serwerem (${printable(code ?? 'nieznany błąd')})`;
  return `${where}: serwer odrzuca list${said}`;
}

const WAY_WORDS: Record<KeepingWay, string> = {
  move: 'zapisane listy trafią do folderu Pomoc/Przyjęte',
  mark: 'serwer nie umie przenosić (MOVE, UIDPLUS) albo nie pozwala zakładać folderów: listy zostaną w skrzynce, oznaczone słowem PomocStored',
  remember:
    'serwer nie umie przenosić ani oznaczać: po każdym połączeniu listy będą czytane od nowa, choć zapisane raz',
};

const ARRIVAL_WORDS: Record<Arrival, string> = {
  arrived: 'list wrócił i został odłożony',
  taken: 'list wrócił, przyjęła go już działająca usługa',
  stuck: 'list wrócił, ale serwer nie pozwala go przenieść ani oznaczyć',
  missing: 'list nie wrócił na czas',
};

function tellOfMailbox({ name, host, port }: Mailbox, check: MailboxCheck, letters: readonly Sent[], say: Say): void {
  const where = `Skrzynka ${printable(name)} (${host}:${port})`;
  if (check.outcome === 'failed') {
    say(false, `${where}: ${FAILURE_WORDS[check.failure]}`);
    return;
  }
  const how = check.isEncrypted ? 'połączenie szyfrowane' : 'połączenie nieszyfrowane, dozwolone tylko na tej maszynie';
  say(true, `${where}: ${how}, logowanie i folder działają`);
  say(check.way !== 'remember', `${where}: ${WAY_WORDS[check.way]}`);
  for (const [place, { address }] of letters.entries()) {
    const arrival = check.arrivals[place] ?? 'missing';
    const isPlus = address.includes('+');
    const hint = arrival === 'missing' && isPlus ? '; jeśli serwer nie zna adresów z plusem, ustaw MAIL_PLUS=off' : '';
    say(
      arrival === 'arrived' || arrival === 'taken',
      `${where}, ${printable(address)}: ${ARRIVAL_WORDS[arrival]}${hint}`,
    );
  }
}
